package park.pipeline.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Who is there before anybody has been let in. */
@ExtendWith(OutputCaptureExtension.class)
class FirstUsersTest {
    private static final Pattern RANDOM = Pattern.compile("password ([a-z2-9]{20})");

    private final Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private final PasswordEncoder passwords = SecurityConfiguration.passwordEncoder();
    private final MockEnvironment environment = new MockEnvironment();
    private Users users;

    @BeforeEach
    void anEmptyDatabase() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/common/V20__users.sql")).execute(database);
        users = new Users(new JdbcTemplate(database));
    }

    @Test
    void without_any_user_there_is_an_administrator_with_a_password_printed_once(CapturedOutput output) {
        start();
        start();

        assertThat(users.after(0, 10)).hasSize(1);
        assertThat(users.find("admin").roles()).containsExactly(Role.ADMIN);
        Matcher printed = RANDOM.matcher(output);
        assertThat(printed.find()).isTrue();
        assertThat(passwords.matches(printed.group(1), users.find("admin").passwordHash()))
                .isTrue();
        assertThat(printed.find()).isFalse();
    }

    @Test
    void the_administrators_password_may_be_set_and_is_then_not_printed(CapturedOutput output) {
        environment.setProperty("PIPELINE_ADMIN_PASSWORD", "of the administrator");
        environment.setProperty("PIPELINE_DEMO_PASSWORD", "of the demo users");

        start();

        assertThat(isPassword("admin", "of the administrator")).isTrue();
        assertThat(output).contains("first user admin").doesNotContain("of the administrator");
    }

    @Test
    void the_password_of_the_demo_users_serves_the_administrator_too() {
        environment.setProperty("pipeline.demo.password", "of the demo users");

        start();

        assertThat(isPassword("admin", "of the demo users")).isTrue();
    }

    @Test
    void where_there_are_users_nobody_is_added() {
        users.add(new User("somebody", "{bcrypt}x", Set.of(Role.LEADER), true, clock.instant()));

        start();

        assertThat(users.find("admin")).isNull();
    }

    @Test
    void the_demo_has_one_user_for_each_role_and_one_password_printed(CapturedOutput output) {
        environment.setActiveProfiles("demo");

        start();

        Matcher printed = RANDOM.matcher(output);
        assertThat(output).contains("demo users promoter, leader, auditor, admin: password ");
        assertThat(printed.find()).isTrue();
        for (Role role : Role.values()) {
            User user = users.find(role.name().toLowerCase(Locale.ROOT));
            assertThat(user.roles()).containsExactly(role);
            assertThat(passwords.matches(printed.group(1), user.passwordHash())).isTrue();
        }
    }

    @Test
    void the_demo_sets_its_password_anew_at_every_start(CapturedOutput output) {
        environment.setActiveProfiles("demo");
        start();
        users.change(new User("leader", "{bcrypt}x", Set.of(Role.ADMIN), true, clock.instant()));
        environment.setProperty("PIPELINE_DEMO_PASSWORD", "of the demo users");

        start();

        assertThat(users.after(0, 10)).hasSize(4);
        assertThat(isPassword("leader", "of the demo users")).isTrue();
        assertThat(users.find("leader").disabled()).isFalse();
        assertThat(users.find("leader").roles()).containsExactly(Role.LEADER);
        assertThat(output).doesNotContain("of the demo users");
    }

    @Test
    void a_set_password_that_bcrypt_would_cut_off_ends_the_start() {
        environment.setProperty("PIPELINE_ADMIN_PASSWORD", "x".repeat(73));

        assertThatThrownBy(this::start)
                .hasMessageContaining("PIPELINE_ADMIN_PASSWORD")
                .hasMessageNotContaining("xxx");
    }

    private void start() {
        new FirstUsers(users, passwords, environment, clock).afterPropertiesSet();
    }

    private boolean isPassword(String name, String password) {
        return passwords.matches(password, users.find(name).passwordHash());
    }
}
