package park.pipeline.core.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** One database of one test, behind a small pool; gone when it is closed. */
public final class TestDatabase implements AutoCloseable {
    private final Database kind;
    private final String name;
    private final JdbcConnectionPool pool;

    TestDatabase(Database kind, String name) {
        this.kind = kind;
        this.name = name;
        try {
            // H2's pool takes anybody's connections
            pool = JdbcConnectionPool.create(kind.create(name));
            pool.setMaxConnections(24);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create a database of " + kind, e);
        }
        kind.migrate(pool);
    }

    public Database kind() {
        return kind;
    }

    public DataSource dataSource() {
        return pool;
    }

    /** Runs one statement in a transaction of its own. */
    public void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of the first row, as a number. */
    public long number(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Returns once a transaction waits for a lock that another one holds, or once there is no more need to. */
    public void awaitBlocked(BooleanSupplier orElse) {
        String blocked = kind == Database.POSTGRESQL
                ? "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                : "select count(*) from information_schema.sessions where blocker_id is not null";
        while (number(blocked) == 0 && !orElse.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** Closes the connections and leaves the data, for whoever opens it again. */
    void closeConnections() {
        pool.dispose();
    }

    @Override
    public void close() {
        if (kind == Database.H2_IN_MEMORY) {
            execute("shutdown immediately");
        }
        pool.dispose();
        try {
            kind.drop(name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot drop " + name, e);
        }
    }
}
