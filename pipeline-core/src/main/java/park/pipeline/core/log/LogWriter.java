package park.pipeline.core.log;

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

    /** Hears of what was stored. */
    public interface Listener {
        void appended(Group group);
    }

    /**
     * What was stored in one turn.
     *
     * @param commands that were stored; those refused are not counted
     * @param receipts of them that were stored with a receipt
     * @param end the place of its last event; 0 where nothing was stored
     * @param nanos from the beginning of the transaction to its end on disk
     */
    public record Group(int commands, int events, int receipts, long end, long nanos) {}

    private final DataSource dataSource;
    private final Clock clock;
    private final LogDialect dialect;
    private final Queue<Pending> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final OtherWriters others = new OtherWriters();

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

    /** Takes note of news that somebody has written up to this place; it may have been this writer. */
    public void heard(long position) {
        others.heard(position);
    }

    OtherWriters others() {
        return others;
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
        Group stored = new Turn(dataSource, dialect, clock, group).take();
        if (stored != null) {
            if (stored.events() > 0) {
                others.wrote(stored.end() - stored.events(), stored.end());
            }
            listeners.forEach(listener -> listener.appended(stored));
        }
    }
}
