package park.pipeline.core.log;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** An append that waits for its turn. Whoever awaits it may have to write it, and all that waits beside it. */
public final class Pending {
    private final LogWriter writer;
    private final Append append;
    private volatile @Nullable Appended appended;
    private volatile @Nullable RuntimeException failure;
    private volatile @Nullable Thread waiter;

    Pending(LogWriter writer, Append append) {
        this.writer = writer;
        this.append = append;
    }

    /**
     * Returns when the events are stored for good.
     *
     * @throws park.pipeline.core.project.Refused if another project holds what it claims
     * @throws org.axonframework.modelling.command.ConcurrencyException if the project moved on meanwhile
     * @throws LogUnavailable if the database failed
     */
    public Appended await() {
        boolean interrupted = false;
        while (!isDone()) {
            if (!writer.takeTurn(this)) {
                interrupted |= pause();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return result();
    }

    /**
     * Until it is done, or somebody must take the turn. Who is done needs no turn to see it: threads that queue for a lock only
     * to find that they are done would hold up whoever has something to write.
     *
     * @return whether the thread was interrupted meanwhile
     */
    private boolean pause() {
        waiter = Thread.currentThread();
        // whoever gave the turn back before he could see the waiter has woken nobody
        if (!isDone() && writer.isTurnTaken()) {
            LockSupport.park(this);
        }
        waiter = null;
        return Thread.interrupted();
    }

    /** Whether somebody waits; then he is woken. */
    boolean wake() {
        Thread waiting = waiter;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
        return waiting != null;
    }

    private Appended result() {
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
        Appended result = appended;
        if (result == null) {
            throw new IllegalStateException("Done, but with neither a result nor a failure");
        }
        return result;
    }

    boolean isDone() {
        return appended != null || failure != null;
    }

    /** Where it is stored; null if it is not, or not yet. */
    @Nullable
    Appended appended() {
        return appended;
    }

    Append append() {
        return append;
    }

    void succeed(Appended result) {
        appended = result;
        wake();
    }

    void fail(RuntimeException cause) {
        failure = cause;
        wake();
    }
}
