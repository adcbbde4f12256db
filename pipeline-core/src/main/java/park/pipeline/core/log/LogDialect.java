package park.pipeline.core.log;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the two databases do differently for the log. */
public enum LogDialect {
    /** PostgreSQL flushes its own log before it acknowledges a commit. */
    POSTGRESQL {
        @Override
        public boolean isShared() {
            return true;
        }

        @Override
        public void beginDerived(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select " + END_IF_FROZEN + ", set_config('synchronous_commit', 'off', true)");
            }
        }

        @Override
        public String beginSnapshot() {
            return "set transaction isolation level repeatable read; ";
        }

        @Override
        void endIfFrozen(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select " + END_IF_FROZEN);
            }
        }

        @Override
        String lockHead() {
            return "select head_position, recorded_at, " + END_IF_FROZEN + " from log_head where id = 1 for update";
        }

        @Override
        String groupStatement(boolean commits) {
            return commits ? GROUP_AND_COMMIT : GROUP;
        }

        /** The news travels with the transaction. */
        @Override
        String moveHead() {
            return "with moved as (" + MOVE_HEAD + " returning head_position) select " + TELL_NODES + " from moved";
        }

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

    /** The channel of {@code LISTEN} on which the nodes hear of an append. */
    public static final String CHANNEL = "pipeline_log";

    private static final String TELL_NODES = "pg_notify('" + CHANNEL + "', head_position::text)";

    private static final String END_IF_FROZEN = "set_config('idle_in_transaction_session_timeout', '4s', true)";

    /** By so many events, from an instant on, by so many commands, a microsecond each. */
    private static final String TAKE_HEAD = "update log_head set head_position = head_position + ?,"
            + " recorded_at = greatest(?, recorded_at + 1) + ? - 1 where id = 1";

    /** Put together once: it is needed at every append. */
    private static final String GROUP_AND_COMMIT = GroupStatement.sql(TAKE_HEAD, TELL_NODES) + GroupStatement.COMMIT;

    private static final String GROUP = GroupStatement.sql(TAKE_HEAD, TELL_NODES + ", " + END_IF_FROZEN);

    /** Gives the new position and the new instant. */
    static final String TAKE_HEAD_AND_TELL = "select head_position, recorded_at from final table (" + TAKE_HEAD + ")";

    private static final String LOCK_HEAD = "select head_position, recorded_at from log_head where id = 1 for update";
    private static final String MOVE_HEAD = "update log_head set head_position = ?, recorded_at = ? where id = 1";

    /** Whether several processes can work on it. */
    public boolean isShared() {
        return false;
    }

    /**
     * Begins a transaction of rows that follow from the log. Nobody waits until they are on disk: what a crash takes away is made
     * again from the log. And if the process falls silent in the middle, the database ends it: one that is frozen must not hold
     * what it has locked, and what it does when it goes on is refused.
     */
    public void beginDerived(Connection connection) throws SQLException {
        // an embedded database is frozen with its process, and flushed with its log
    }

    /**
     * What stands before the first query of a transaction whose queries must all see one state, and goes along with it: to have the
     * driver ask for the isolation, set it and set it back is three more ways there and back. Empty where the driver does it.
     */
    public String beginSnapshot() {
        return "";
    }

    /** Has the database end a transaction in which the process falls silent. */
    void endIfFrozen(Connection connection) throws SQLException {
        // an embedded database is frozen with its process
    }

    /**
     * The {@link GroupStatement} that stores a whole group; null where a group is stored table by table.
     *
     * @param commits whether the transaction ends with it, without a way there and back of its own
     */
    @Nullable
    String groupStatement(boolean commits) {
        return null;
    }

    /** Takes the turn: gives the position and the instant of the newest event. */
    String lockHead() {
        return LOCK_HEAD;
    }

    /** Moves the head on to a position and an instant, and tells the other nodes. */
    String moveHead() {
        return MOVE_HEAD;
    }

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
