package park.pipeline.core.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * The one way into the log. Appends take a turn, so that positions become visible in their order and without gaps; the
 * turns are shared: whoever has the turn writes all that waits in one transaction with one flush. A lost race or a
 * taken claim fails only its own command.
 */
public final class LogWriter {
    /** Enough to spread one flush over many commands, little enough that a group is a matter of milliseconds. */
    private static final int LARGEST_GROUP = 512;

    private final DataSource dataSource;
    private final Clock clock;
    private final LogDialect dialect;
    private final Queue<Pending> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param clock feeds {@code recordedAt}, which nevertheless always grows */
    public LogWriter(DataSource dataSource, Clock clock, LogDialect dialect) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.dialect = dialect;
    }

    /** Puts an append in line, in the order of the calls. It is stored by whoever awaits it, or one in line with it. */
    public Pending submit(Append append) {
        Pending pending = new Pending(this, append);
        waiting.add(pending);
        return pending;
    }

    /** Calls this after each group that was stored, in the thread that stored it: to be quick and never to fail. */
    public void onAppended(Runnable listener) {
        listeners.add(listener);
    }

    void takeTurn(Pending mine) {
        turn.lock();
        try {
            if (!mine.isDone()) {
                List<Pending> group = nextGroup();
                write(group);
            }
        } finally {
            turn.unlock();
        }
    }

    private List<Pending> nextGroup() {
        List<Pending> group = new ArrayList<>();
        Pending next;
        while (group.size() < LARGEST_GROUP && (next = waiting.poll()) != null) {
            group.add(next);
        }
        return group;
    }

    private void write(List<Pending> group) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            GroupCommit commit = new GroupCommit(connection, clock, group);
            try {
                commit.store();
                connection.commit();
                dialect.flush(connection);
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
            commit.acknowledge();
        } catch (SQLException | RuntimeException e) {
            LogUnavailable failure = new LogUnavailable("The log took none of " + group.size() + " commands", e);
            group.stream().filter(p -> !p.isDone()).forEach(p -> p.fail(failure));
            return;
        }
        listeners.forEach(Runnable::run);
    }
}
