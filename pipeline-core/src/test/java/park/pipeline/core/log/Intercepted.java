package park.pipeline.core.log;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Steps in where a connection does something: to hold it up, to make it fail, to count it. */
final class Intercepted {
    /** What happens instead of the call; it may make the call. */
    interface Step {
        void around(Call real) throws SQLException;
    }

    /** The call as it was meant. */
    interface Call {
        void proceed() throws SQLException;
    }

    private Intercepted() {}

    /** A data source whose connections pass through the step whenever this method of theirs, of no result, is called. */
    static DataSource on(String method, DataSource real, Step step) {
        return proxy(DataSource.class, (called, arguments) -> {
            Object result = invoke(real, called, arguments);
            return result instanceof Connection connection ? connection(method, connection, step) : result;
        });
    }

    /** A data source whose connections somebody sees. */
    static DataSource seen(DataSource real, Consumer<Connection> who) {
        return proxy(DataSource.class, (called, arguments) -> {
            Object result = invoke(real, called, arguments);
            if (result instanceof Connection connection) {
                who.accept(connection);
            }
            return result;
        });
    }

    /** A data source that has no connection to give. */
    static DataSource exhausted() {
        return proxy(DataSource.class, (called, arguments) -> {
            throw new SQLException("no connection left");
        });
    }

    /** A commit that goes along with a statement is made a call of its own, or there would be nothing to step into. */
    private static Connection connection(String method, Connection real, Step step) {
        return proxy(Connection.class, (called, arguments) -> {
            if (called.getName().equals("prepareStatement") && method.equals("commit")) {
                arguments[0] = ((String) arguments[0]).replace(GroupStatement.COMMIT, "");
            }
            if (!called.getName().equals(method)) {
                return invoke(real, called, arguments);
            }
            Object[] result = new Object[1];
            step.around(() -> result[0] = invoke(real, called, arguments));
            return result[0];
        });
    }

    private interface Body {
        Object call(Method called, Object[] arguments) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Body body) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, called, args) -> body.call(called, args)));
    }

    private static Object invoke(Object real, Method called, Object[] arguments) throws SQLException {
        try {
            return called.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
