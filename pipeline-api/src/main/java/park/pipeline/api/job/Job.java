package park.pipeline.api.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One piece of work in the background.
 *
 * @param number their order
 * @param failure why it did not come to its end; {@link #INTERRUPTED} where the process did not; null otherwise
 * @param report how far it has come; once it is done, the result
 */
public record Job(
        long number,
        UUID id,
        Kind kind,
        String actor,
        State state,
        @Nullable String failure,
        ObjectNode report,
        Instant startedAt,
        @Nullable Instant finishedAt) {
    static final String INTERRUPTED = "interrupted";

    /** What it is for. */
    public enum Kind {
        REBUILD,
        VERIFICATION
    }

    /** Where it stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
