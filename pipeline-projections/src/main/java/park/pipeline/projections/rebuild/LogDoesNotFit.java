package park.pipeline.projections.rebuild;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import park.pipeline.core.log.UnreadableEvent;

/** The view cannot be built from the log as it stands: an event is missing, cannot be read or cannot be taken in. */
public final class LogDoesNotFit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogDoesNotFit(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * What is to be thrown when events behind a position could not be taken in.
     *
     * @return the failure itself where it says nothing of the log
     */
    static RuntimeException behind(long position, RuntimeException failure) {
        boolean ofTheLog = failure instanceof UnreadableEvent
                || failure instanceof IllegalStateException
                || failure instanceof IllegalArgumentException
                || failure instanceof DataIntegrityViolationException;
        if (!ofTheLog) {
            return failure;
        }
        Throwable cause = failure.getCause();
        return new LogDoesNotFit(
                "Behind position " + position + ": " + failure.getMessage()
                        + (cause == null ? "" : " ← " + cause.getMessage()),
                failure);
    }
}
