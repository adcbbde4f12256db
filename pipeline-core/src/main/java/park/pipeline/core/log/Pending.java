package park.pipeline.core.log;

import org.jspecify.annotations.Nullable;

/** An append that waits for its turn. Whoever awaits it may have to write it, and all that waits beside it. */
public final class Pending {
    private final LogWriter writer;
    private final Append append;
    private volatile @Nullable Appended appended;
    private volatile @Nullable RuntimeException failure;

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
        while (!isDone()) {
            writer.takeTurn(this);
        }
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

    boolean isStored() {
        return appended != null;
    }

    Append append() {
        return append;
    }

    void succeed(Appended result) {
        appended = result;
    }

    void fail(RuntimeException cause) {
        failure = cause;
    }
}
