package park.pipeline.core.log;

import org.jspecify.annotations.Nullable;

/** A stored event that today's code cannot read. Whoever meets it stops: a skipped event would be a wrong number. */
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
