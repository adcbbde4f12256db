package park.pipeline.api.security;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The users that nobody has to create: with profile {@code demo} one for each role, with a password set anew at every
 * start; otherwise an administrator where there is no user at all. They stand before the server takes its first request.
 */
@Component
@DependsOnDatabaseInitialization
final class FirstUsers implements InitializingBean {
    static final String DEMO_PASSWORD = "PIPELINE_DEMO_PASSWORD";
    static final String ADMIN_PASSWORD = "PIPELINE_ADMIN_PASSWORD";

    private static final Logger LOG = LoggerFactory.getLogger(FirstUsers.class);

    private final Users users;
    private final PasswordEncoder passwords;
    private final Environment environment;
    private final Clock clock;

    FirstUsers(Users users, PasswordEncoder passwords, Environment environment, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            setDemoUsers(FirstPassword.of(environment, DEMO_PASSWORD));
        } else if (users.isEmpty()) {
            addAdmin(FirstPassword.of(environment, ADMIN_PASSWORD, DEMO_PASSWORD));
        }
    }

    private void setDemoUsers(FirstPassword password) {
        String hash = hash(password); // made to take long: once for all
        List<User> demo = Stream.of(Role.values())
                .map(role -> user(role.name().toLowerCase(Locale.ROOT), role, hash))
                .toList();
        for (User user : demo) {
            if (!users.change(user)) {
                users.add(user);
            }
        }
        LOG.info(
                "demo users {}: {}",
                demo.stream().map(User::name).collect(Collectors.joining(", ")),
                password.printable());
    }

    private void addAdmin(FirstPassword password) {
        try {
            users.add(user("admin", Role.ADMIN, hash(password)));
            LOG.info("first user admin: {}", password.printable());
        } catch (DuplicateKeyException e) {
            LOG.info("first user admin: added by another node just now");
        }
    }

    private String hash(FirstPassword password) {
        return Objects.requireNonNull(passwords.encode(password.text()));
    }

    private User user(String name, Role role, String hash) {
        return new User(name, hash, Set.of(role), false, clock.instant());
    }
}
