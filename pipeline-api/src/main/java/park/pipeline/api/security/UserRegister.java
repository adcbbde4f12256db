package park.pipeline.api.security;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import park.pipeline.api.problem.ApiProblem;

/** Takes users in and changes them, as far as the rules allow. */
@Component
class UserRegister {
    private final Users users;
    private final PasswordEncoder passwords;
    private final TransactionOperations transactions;
    private final Clock clock;

    UserRegister(Users users, PasswordEncoder passwords, TransactionOperations transactions, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.transactions = transactions;
        this.clock = clock;
    }

    User add(NewUser asked) {
        UserChecks checks = new UserChecks();
        String name = checks.name(asked.name());
        String password = checks.password(asked.password());
        Set<Role> roles = checks.roles(asked.roles());
        checks.done();
        User user = new User(name, hash(password), roles, false, clock.instant());
        try {
            users.add(user);
        } catch (DuplicateKeyException e) {
            throw ApiProblem.of(HttpStatus.CONFLICT, "duplicate-user")
                    .with("name", name)
                    .asException();
        }
        return user;
    }

    User change(String name, UserChange asked) {
        User known = one(name);
        UserChecks checks = new UserChecks();
        Set<Role> roles = asked.roles() == null ? known.roles() : checks.roles(asked.roles());
        String password = asked.password() == null ? null : checks.password(asked.password());
        checks.done();
        String hash = password == null ? null : hash(password); // takes its time, so before any row is locked
        return transactions.execute(transaction -> {
            List<User> all = users.allLocked();
            User was = all.stream()
                    .filter(u -> u.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> ApiProblem.notFound().asException());
            User now = new User(
                    name,
                    hash == null ? was.passwordHash() : hash,
                    asked.roles() == null ? was.roles() : roles,
                    asked.disabled() == null ? was.disabled() : asked.disabled(),
                    clock.instant());
            requireAnAdmin(was, now, all);
            users.change(now);
            return now;
        });
    }

    User one(String name) {
        User user = users.find(name);
        if (user == null) {
            throw ApiProblem.notFound().asException();
        }
        return user;
    }

    /** Without an administrator nobody could ever make another one. */
    private static void requireAnAdmin(User was, User now, List<User> all) {
        boolean othersRemain =
                all.stream().anyMatch(u -> u.isEnabledAdmin() && !u.name().equals(was.name()));
        if (was.isEnabledAdmin() && !now.isEnabledAdmin() && !othersRemain) {
            throw ApiProblem.of(HttpStatus.CONFLICT, "last-admin")
                    .with("name", was.name())
                    .asException();
        }
    }

    private String hash(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }
}
