package park.pipeline.api.security;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Name and password. The user's row is read at every request, so that a user who is disabled or loses a role feels it at
 * once, on every node; only the costly comparison of the password is remembered. Who guesses is slowed down
 * ({@link FailedAttempts}); a password that is remembered passes by that.
 */
@Component
final class PasswordSignIn implements AuthenticationProvider {
    private final Users users;
    private final PasswordEncoder passwords;
    private final FailedAttempts attempts;
    private final RememberedPasswords remembered = new RememberedPasswords(Ticker.systemTicker());
    /** One comparison a lock at a time: guessing takes no more of the machine, and of equal requests one compares. */
    private final List<Lock> turns = Stream.generate(() -> (Lock) new ReentrantLock())
            .limit(Runtime.getRuntime().availableProcessors())
            .toList();
    /** Compared with where there is no user, so that the time does not tell which names exist. */
    private final @Nullable String decoy;

    PasswordSignIn(Users users, PasswordEncoder passwords, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.attempts = new FailedAttempts(clock);
        this.decoy = passwords.encode(UUID.randomUUID().toString());
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String password = attempt.getCredentials() instanceof String given ? given : "";
        User user = find(attempt.getName());
        boolean right = user != null && remembered.has(user, password) || verify(user, password, attempt);
        // a disabled user is told no more than a wrong password is
        if (!right || user == null || user.disabled()) {
            throw new BadCredentialsException("Wrong name or password");
        }
        UsernamePasswordAuthenticationToken signedIn = UsernamePasswordAuthenticationToken.authenticated(
                user.name(), null, user.roles().stream().map(Role::authority).toList());
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    private boolean verify(@Nullable User user, String password, Authentication attempt) {
        String name = attempt.getName();
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        Lock turn = turns.get(Math.floorMod(name.hashCode(), turns.size()));
        turn.lock();
        try {
            if (user != null && remembered.has(user, password)) {
                return true; // by one who asked the same just before
            }
            Duration wait = attempts.waitFor(name, address);
            if (wait.isPositive()) {
                throw new TooManyAttempts(wait);
            }
            boolean right = compare(user, password);
            if (right) {
                attempts.succeeded(name, address);
            } else {
                attempts.failed(name, address);
            }
            return right;
        } finally {
            turn.unlock();
        }
    }

    private boolean compare(@Nullable User user, String password) {
        if (user == null || PasswordRule.isTooLong(password)) {
            passwords.matches(password, decoy);
            return false;
        }
        boolean right = passwords.matches(password, user.passwordHash());
        if (right) {
            remembered.remember(user, password);
        }
        return right;
    }

    private @Nullable User find(String name) {
        try {
            return users.find(name);
        } catch (DataAccessException e) {
            throw new InternalAuthenticationServiceException("Cannot read the users", e);
        }
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
