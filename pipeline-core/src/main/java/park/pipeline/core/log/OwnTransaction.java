package park.pipeline.core.log;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Work in a transaction of its own, for which others may have to wait: it is committed as a whole or leaves nothing behind, and where
 * several processes share the database, one that falls silent in the middle is cut off.
 */
public final class OwnTransaction {
    private final DataSource dataSource;
    private final LogDialect dialect;

    public OwnTransaction(DataSource dataSource, LogDialect dialect) {
        this.dataSource = dataSource;
        this.dialect = dialect;
    }

    /** What is done in it. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Does the work, and commits it unless it fails. */
    public <T> T of(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                dialect.endIfFrozen(connection);
                T result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        }
    }
}
