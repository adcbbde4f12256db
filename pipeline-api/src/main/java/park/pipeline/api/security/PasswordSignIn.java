package park.pipeline.api.security;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Name and password. The user's row is read at every request, so that a user who is disabled or loses a role feels it at
 * once, on every node; only the costly comparison of the password is remembered.
 */
@Component
final class PasswordSignIn implements AuthenticationProvider {
    private final Users users;
    private final PasswordEncoder passwords;
    private final RememberedPasswords remembered = new RememberedPasswords(Ticker.systemTicker());
    /** Compared with where there is no user, so that the time does not tell which names exist. */
    private final @Nullable String decoy;

    PasswordSignIn(Users users, PasswordEncoder passwords) {
        this.users = users;
        this.passwords = passwords;
        this.decoy = passwords.encode(UUID.randomUUID().toString());
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String password = attempt.getCredentials() instanceof String given ? given : "";
        User user = find(attempt.getName());
        // a disabled user is told no more than a wrong password is
        if (!verify(user, password) || user == null || user.disabled()) {
            throw new BadCredentialsException("Wrong name or password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                user.name(), null, user.roles().stream().map(Role::authority).toList());
    }

    private @Nullable User find(String name) {
        try {
            return users.find(name);
        } catch (DataAccessException e) {
            throw new InternalAuthenticationServiceException("Cannot read the users", e);
        }
    }

    private boolean verify(@Nullable User user, String password) {
        if (user == null || PasswordRule.isTooLong(password)) {
            passwords.matches(password, decoy);
            return false;
        }
        if (remembered.has(user, password)) {
            return true;
        }
        boolean right = passwords.matches(password, user.passwordHash());
        if (right) {
            remembered.remember(user, password);
        }
        return right;
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
