package park.pipeline.api.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Not looked at: too many wrong passwords came before it. */
final class TooManyAttempts extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("Too many wrong passwords");
        this.wait = wait;
    }

    /** Whole seconds after which the next attempt is looked at, at least 1. */
    long waitSeconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
