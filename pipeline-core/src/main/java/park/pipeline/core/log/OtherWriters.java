package park.pipeline.core.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What is known of other processes that write to the log: up to where they are known to have written. A project that was looked
 * at before may have changed since. They are seen by the places that are missing between two of our groups, and heard of.
 */
final class OtherWriters {
    /** Where our last group ended; only the thread that has the turn writes it and {@link #seen}. */
    private volatile long ours = -1;

    private volatile long seen;
    private volatile long heard;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Calls this when the log turns out to end before a place that was written: it was restored, and what is known is void. */
    void onGoneBack(Runnable listener) {
        listeners.add(listener);
    }

    /** A group of ours was stored behind this place, and ended at that one. */
    void wrote(long before, long end) {
        if (before != ours) {
            seen = before;
        }
        if (before < ours) {
            listeners.forEach(Runnable::run);
        }
        ours = end;
    }

    /** Somebody has written up to here; it may have been this process, whose group is not back yet. */
    void heard(long position) {
        heard = position;
    }

    /** The place up to which others may have written. */
    long until() {
        long told = heard;
        return told > ours ? Math.max(told, seen) : seen;
    }
}
