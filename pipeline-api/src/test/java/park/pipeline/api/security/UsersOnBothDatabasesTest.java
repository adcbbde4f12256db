package park.pipeline.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import park.pipeline.api.problem.ProblemException;

/** The same table and the same statements on H2 and on PostgreSQL. */
class UsersOnBothDatabasesTest {
    /** @param blocked how to ask the database whether somebody waits for somebody else's lock */
    record Database(String name, DataSource source, String blocked) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");

    private static EmbeddedPostgres postgres;

    private final PasswordEncoder passwords = SecurityConfiguration.passwordEncoder();

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    static Stream<Database> databases() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
        Database onH2 =
                new Database("H2", h2, "select count(*) from information_schema.sessions where blocker_id is not null");
        Database onPostgres = new Database(
                "PostgreSQL",
                postgres.getPostgresDatabase(),
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'");
        return Stream.of(onH2, onPostgres);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_user_is_found_as_it_was_written(Database database) {
        Users users = emptyUsers(database);
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
    @MethodSource("databases")
    void names_differ_by_the_case_of_their_letters(Database database) {
        Users users = emptyUsers(database);
        users.add(admin("anna"));
        users.add(admin("Anna"));

        assertThat(users.after(0, 10)).extracting(l -> l.user().name()).containsExactly("anna", "Anna");
        assertThat(users.after(users.after(0, 1).getFirst().number(), 10)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void users_are_searched_page_by_page_and_no_character_stands_for_another(Database database) {
        Users users = emptyUsers(database);
        for (String name : new String[] {"anna_b", "Hanna", "annaxb", "王伟", "boris"}) {
            users.add(admin(name));
        }
        UserItems items = new UserItems(
                users,
                new UserRegister(
                        users,
                        passwords,
                        new TransactionTemplate(new DataSourceTransactionManager(database.source())),
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
    @MethodSource("databases")
    void two_administrators_cannot_disable_each_other_at_the_same_time(Database database) {
        Users users = emptyUsers(database);
        users.add(admin("anna"));
        users.add(admin("boris"));
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(database.source()));
        UserRegister register =
                new UserRegister(users, passwords, transactions, Clock.fixed(NOW.plusSeconds(1), ZoneOffset.UTC));
        UserChange disable = new UserChange(null, true, null);

        CompletableFuture<User> second = transactions.execute(held -> {
            register.change("boris", disable);
            CompletableFuture<User> waiting = CompletableFuture.supplyAsync(() -> register.change("anna", disable));
            Awaitility.await().until(() -> somebodyWaits(database));
            return waiting;
        });

        assertThatThrownBy(second::join)
                .hasCauseInstanceOf(ProblemException.class)
                .hasMessageContaining("last-admin");
        assertThat(users.find("anna").isEnabledAdmin()).isTrue();
        assertThat(users.find("boris").isEnabledAdmin()).isFalse();
    }

    private static boolean somebodyWaits(Database database) {
        Long waiting = new JdbcTemplate(database.source()).queryForObject(database.blocked(), Long.class);
        return waiting != null && waiting > 0;
    }

    private static User admin(String name) {
        return new User(name, "{bcrypt}x", Set.of(Role.ADMIN), false, NOW);
    }

    private static Users emptyUsers(Database database) {
        JdbcTemplate jdbc = new JdbcTemplate(database.source());
        jdbc.execute("drop table if exists app_user");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/common/V20__users.sql"))
                .execute(database.source());
        return new Users(jdbc);
    }
}
