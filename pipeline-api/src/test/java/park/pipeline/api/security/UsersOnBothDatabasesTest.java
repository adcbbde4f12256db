package park.pipeline.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import park.pipeline.api.problem.ProblemException;
import park.pipeline.core.log.Database;
import park.pipeline.core.log.TestDatabase;

/** The same table and the same statements on H2 and on PostgreSQL. */
class UsersOnBothDatabasesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");

    private final PasswordEncoder passwords = SecurityConfiguration.passwordEncoder();

    private TestDatabase database;

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void a_user_is_found_as_it_was_written(Database kind) {
        Users users = emptyUsers(kind);
        assertThat(users.isEmpty()).isTrue();
        User user = new User("王伟", "{bcrypt}x", Set.of(Role.ADMIN, Role.LEADER), true, NOW);

        users.add(user);

        assertThat(users.isEmpty()).isFalse();
        assertThat(users.find("王伟")).isEqualTo(user);
        assertThat(users.find("王")).isNull();
        assertThat(users.find("王伟\0")).isNull();
        assertThatThrownBy(() -> users.add(user)).isInstanceOf(DuplicateKeyException.class);
        assertThat(users.change(new User("nobody", "{bcrypt}x", Set.of(Role.ADMIN), true, NOW)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void names_differ_by_the_case_of_their_letters(Database kind) {
        Users users = emptyUsers(kind);
        users.add(admin("anna"));
        users.add(admin("Anna"));

        assertThat(users.after(0, 10)).extracting(l -> l.user().name()).containsExactly("anna", "Anna");
        assertThat(users.after(users.after(0, 1).getFirst().number(), 10)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void users_are_searched_page_by_page_and_no_character_stands_for_another(Database kind) {
        Users users = emptyUsers(kind);
        for (String name : new String[] {"anna_b", "Hanna", "annaxb", "王伟", "boris"}) {
            users.add(admin(name));
        }
        UserItems items = new UserItems(
                users,
                new UserRegister(
                        users,
                        passwords,
                        new TransactionTemplate(new DataSourceTransactionManager(database.dataSource())),
                        Clock.fixed(NOW, ZoneOffset.UTC)));

        UserItems.Found first = items.page("ANNA", 0, 2);
        assertThat(first.items()).extracting(UserItem::name).containsExactly("anna_b", "Hanna");
        UserItems.Found second = items.page("ANNA", first.next(), 2);
        assertThat(second.items()).extracting(UserItem::name).containsExactly("annaxb");
        assertThat(second.next()).isNull();
        assertThat(items.page("a_b", 0, 9).items()).extracting(UserItem::name).containsExactly("anna_b");
        assertThat(items.page("伟", 0, 9).items()).extracting(UserItem::name).containsExactly("王伟");
        assertThat(items.page("%", 0, 9).items()).isEmpty();
        assertThat(items.page("", 0, 9).items()).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void two_administrators_cannot_disable_each_other_at_the_same_time(Database kind) {
        Users users = emptyUsers(kind);
        users.add(admin("anna"));
        users.add(admin("boris"));
        TransactionTemplate transactions =
                new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
        UserRegister register =
                new UserRegister(users, passwords, transactions, Clock.fixed(NOW.plusSeconds(1), ZoneOffset.UTC));
        UserChange disable = new UserChange(null, true, null);

        CompletableFuture<User> second = transactions.execute(held -> {
            register.change("boris", disable);
            CompletableFuture<User> waiting = CompletableFuture.supplyAsync(() -> register.change("anna", disable));
            database.awaitBlocked(waiting::isDone);
            return waiting;
        });

        assertThatThrownBy(second::join)
                .hasCauseInstanceOf(ProblemException.class)
                .hasMessageContaining("last-admin");
        assertThat(users.find("anna").isEnabledAdmin()).isTrue();
        assertThat(users.find("boris").isEnabledAdmin()).isFalse();
    }

    private static User admin(String name) {
        return new User(name, "{bcrypt}x", Set.of(Role.ADMIN), false, NOW);
    }

    private Users emptyUsers(Database kind) {
        database = kind.open();
        return new Users(new JdbcTemplate(database.dataSource()));
    }
}
