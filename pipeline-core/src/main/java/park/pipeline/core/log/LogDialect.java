package park.pipeline.core.log;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What the two databases do differently for the log. */
public enum LogDialect {
    /** PostgreSQL flushes its own log before it acknowledges a commit. */
    POSTGRESQL {
        @Override
        void flush(Connection connection) {
            // fsync is part of its commit
        }
    },
    /** An embedded H2 in memory has no disk to flush to. */
    H2_IN_MEMORY {
        @Override
        void flush(Connection connection) {
            // nothing to keep
        }
    },
    /** H2's commit survives a kill with WRITE_DELAY=0, but only a checkpoint survives a power cut. */
    H2_FILE {
        @Override
        void flush(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
            connection.commit();
        }
    };

    /** Makes what was committed safe on disk. */
    abstract void flush(Connection connection) throws SQLException;

    /** Asks the database what it is. */
    public static LogDialect of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            if (about.getDatabaseProductName().equals("PostgreSQL")) {
                return POSTGRESQL;
            }
            return about.getURL().startsWith("jdbc:h2:mem:") ? H2_IN_MEMORY : H2_FILE;
        } catch (SQLException e) {
            throw new LogUnavailable("Cannot ask the database what it is", e);
        }
    }
}
