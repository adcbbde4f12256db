package park.pipeline.api.admin;

import org.jspecify.annotations.Nullable;

/**
 * How one view is doing.
 *
 * @param position of the last event that it has taken in whole
 * @param head of the newest event of the log
 * @param lagEvents how many events it is behind
 * @param lagMs age of the oldest event that it has not taken in, in milliseconds; 0 where there is none
 * @param segments in how many parts it is worked on
 * @param state RUNNING, or STOPPED with the cause
 */
public record ViewState(
        String name,
        long position,
        long head,
        long lagEvents,
        long lagMs,
        int segments,
        State state,
        @Nullable String cause) {
    /** Whether it goes on. */
    public enum State {
        RUNNING,
        STOPPED
    }
}
