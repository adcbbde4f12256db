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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way into the log. Appends take a turn, so that positions become visible in their order and without gaps; the
 * turns are shared: whoever has the turn writes all that waits in one transaction with one flush. A lost race or a
 * taken claim fails only its own command.
 */
public final class LogWriter {
    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
    /** Enough to spread one flush over many commands, little enough that a group is a matter of milliseconds. */
    private static final int LARGEST_GROUP = 512;

    /** Hears of what was stored. */
    public interface Listener {
        void appended(Group group);
    }

    /**
     * What was stored in one turn.
     *
     * @param commands that were stored; those refused are not counted
     * @param receipts of them that were stored with a receipt
     * @param nanos from the beginning of the transaction to its end on disk
     */
    public record Group(int commands, int events, int receipts, long nanos) {}

    private final DataSource dataSource;
    private final Clock clock;
    private final LogDialect dialect;
    private final Queue<Pending> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

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
    public void onAppended(Listener listener) {
        listeners.add(listener);
    }

    /**
     * Writes the next group, unless somebody else is writing.
     *
     * @return whether the turn was to be had
     */
    boolean takeTurn(Pending mine) {
        if (!turn.tryLock()) {
            return false;
        }
        try {
            if (!mine.isDone()) {
                write(nextGroup());
            }
        } finally {
            turn.unlock();
            wakeNext();
        }
        return true;
    }

    boolean isTurnTaken() {
        return turn.isLocked();
    }

    /** One of those who still wait has to take the turn; what nobody awaits yet goes along with him. */
    private void wakeNext() {
        for (Pending pending : waiting) {
            if (pending.wake()) {
                return;
            }
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
                failAll(group, e);
            }
        } catch (Error e) {
            // Out of memory, out of stack: the machine's trouble goes on to this thread, but nobody else waits for
            // ever.
            failAll(group, e);
            throw e;
        }
        if (stored) {
            Group told = told(group, System.nanoTime() - began);
            listeners.forEach(listener -> listener.appended(told));
        }
    }

    private static Group told(List<Pending> group, long nanos) {
        List<Append> stored =
                group.stream().filter(Pending::isStored).map(Pending::append).toList();
        int events = stored.stream().mapToInt(append -> append.lines().size()).sum();
        int receipts = (int) stored.stream().filter(a -> a.receipt() != null).count();
        return new Group(stored.size(), events, receipts, nanos);
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

    private static void failAll(List<Pending> group, Throwable cause) {
        LogUnavailable failure =
                new LogUnavailable("The log did not say that it took " + group.size() + " commands", cause);
        group.stream().filter(p -> !p.isDone()).forEach(p -> p.fail(failure));
    }
}
