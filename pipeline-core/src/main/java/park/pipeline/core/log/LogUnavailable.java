package park.pipeline.core.log;

import org.jspecify.annotations.Nullable;

/** The database did not take the events, or did not say whether it did. Nothing was acknowledged. */
public final class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
