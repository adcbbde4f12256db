package park.pipeline.core.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One turn at the log: stores a group in a transaction of its own. Whatever happens, each of its commands is told. */
final class Turn {
    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

    private final DataSource dataSource;
    private final LogDialect dialect;
    private final Clock clock;
    private final List<Pending> group;

    Turn(DataSource dataSource, LogDialect dialect, Clock clock, List<Pending> group) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.clock = clock;
        this.group = group;
    }

    /** What was stored; null if the database failed. */
    LogWriter.@Nullable Group take() {
        boolean stored = false;
        long began = System.nanoTime();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            GroupCommit commit = new GroupCommit(connection, dialect, clock, group);
            storeOrRollBack(commit, connection);
            commit.acknowledge();
            stored = true;
        } catch (SQLException | RuntimeException e) {
            if (stored) {
                LOG.warn("A connection of the log did not close; what it stored is stored", e);
            } else {
                failAll(e);
            }
        } catch (Error e) {
            // Out of memory, out of stack: the machine's trouble goes on to this thread,
            // but nobody else waits for it for ever.
            failAll(e);
            throw e;
        }
        return stored ? told(System.nanoTime() - began) : null;
    }

    private void storeOrRollBack(GroupCommit commit, Connection connection) throws SQLException {
        boolean done = false;
        try {
            commit.store();
            connection.commit();
            dialect.flush(connection);
            done = true;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    private LogWriter.Group told(long nanos) {
        int commands = 0;
        int events = 0;
        int receipts = 0;
        long end = 0;
        for (Pending pending : group) {
            Appended appended = pending.appended();
            if (appended != null) {
                commands++;
                events += pending.append().lines().size();
                receipts += pending.append().receipt() == null ? 0 : 1;
                end = appended.position();
            }
        }
        return new LogWriter.Group(commands, events, receipts, end, nanos);
    }

    private void failAll(Throwable cause) {
        LogUnavailable failure =
                new LogUnavailable("The log did not say that it took " + group.size() + " commands", cause);
        group.stream().filter(p -> !p.isDone()).forEach(p -> p.fail(failure));
    }
}
