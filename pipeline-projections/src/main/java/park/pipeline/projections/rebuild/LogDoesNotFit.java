package park.pipeline.projections.rebuild;

import org.jspecify.annotations.Nullable;

/** The view cannot be built from the log as it stands: an event is missing, cannot be read or cannot be taken in. */
public final class LogDoesNotFit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogDoesNotFit(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
