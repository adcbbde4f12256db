package park.pipeline.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Who one is, and what it costs to find out. */
@WholeService
class SignInTest {
    private static final String PATH = "/api/catalogue";
    private static final String PASSWORD = "a long password";

    @LocalServerPort
    int port;

    @Autowired
    CountedPasswords counted;

    @Autowired
    Users users;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private final String name = "用户-" + UUID.randomUUID();
    private User user;
    private Client client;
    private int before;

    @BeforeEach
    void aUser() {
        user = new User(name, passwords.encode(PASSWORD), Set.of(Role.LEADER), false, clock.instant());
        users.add(user);
        client = Client.anonymous(port).as(name, PASSWORD);
        before = counted.comparisons();
    }

    @Test
    void a_verified_password_is_compared_once() {
        for (int i = 0; i < 5; i++) {
            assertThat(client.get(PATH).statusCode()).isEqualTo(200);
        }

        assertThat(comparisons()).isEqualTo(1);
    }

    @Test
    void a_wrong_password_is_compared_every_time_and_does_not_disturb_the_memory() {
        client.get(PATH);
        Client wrong = client.as(name, PASSWORD + "!");

        assertThat(wrong.get(PATH).statusCode()).isEqualTo(401);
        assertThat(wrong.get(PATH).statusCode()).isEqualTo(401);
        assertThat(client.get(PATH).statusCode()).isEqualTo(200);
        assertThat(comparisons()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "not:a:name", "用\u0000户", "../x", "", "promoter "})
    void an_unknown_user_costs_as_much_as_a_wrong_password(String unknown) {
        assertThat(client.as(unknown, PASSWORD).get(PATH).statusCode()).isEqualTo(401);

        assertThat(comparisons()).isEqualTo(1);
    }

    @Test
    void a_password_that_only_begins_right_is_wrong() {
        String longest = "x".repeat(PasswordRule.MOST_BYTES);
        users.change(new User(name, passwords.encode(longest), Set.of(Role.LEADER), false, clock.instant()));

        assertThat(client.as(name, longest).get(PATH).statusCode()).isEqualTo(200);
        assertThat(client.as(name, longest + "x").get(PATH).statusCode()).isEqualTo(401);
    }

    @Test
    void a_new_password_counts_at_once_also_when_another_node_wrote_it() {
        client.get(PATH);

        String other = "another password";
        jdbc.update("update app_user set password_hash = ? where name = ?", passwords.encode(other), name);

        assertThat(client.get(PATH).statusCode()).isEqualTo(401);
        assertThat(client.as(name, other).get(PATH).statusCode()).isEqualTo(200);
    }

    @Test
    void a_new_role_counts_at_once_and_the_password_is_compared_anew() {
        assertThat(client.get("/api/audit/nothing").statusCode()).isEqualTo(403);

        users.change(new User(name, user.passwordHash(), Set.of(Role.AUDITOR), false, clock.instant()));

        assertThat(client.get("/api/audit/nothing").statusCode()).isEqualTo(404);
        assertThat(comparisons()).isEqualTo(2);
    }

    @Test
    void a_disabled_user_is_refused_at_once_and_let_in_again_when_enabled() {
        assertThat(client.get(PATH).statusCode()).isEqualTo(200);

        jdbc.update("update app_user set disabled = true where name = ?", name);
        HttpResponse<String> refused = client.get(PATH);
        jdbc.update("update app_user set disabled = false where name = ?", name);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).doesNotContain("isabled");
        assertThat(client.get(PATH).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic", "Basic ", "Basic !!!", "Basic bm9jb2xvbg==", "Bearer abc", "basic Og==", "Nonsense"})
    void a_malformed_header_is_answered_with_the_challenge(String header) {
        HttpResponse<String> answer = client.withAuthorization(header).get(PATH);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void no_session_and_no_cookie_come_of_it() {
        HttpResponse<String> in = client.get(PATH);
        HttpResponse<String> out = Client.anonymous(port).get(PATH);

        assertThat(in.headers().map()).doesNotContainKey("set-cookie");
        assertThat(out.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void a_script_in_a_page_gets_the_same_challenge_as_everybody() {
        HttpResponse<String> answer = Client.anonymous(port)
                .get(PATH, "X-Requested-With", "XMLHttpRequest", "Accept", "text/html", "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(answer.body()).contains("Not signed in");
    }

    @Test
    void a_database_that_does_not_answer_is_no_wrong_password() {
        HttpResponse<String> answer;
        jdbc.execute("alter table app_user rename to app_user_away");
        try {
            answer = client.get(PATH);
        } finally {
            jdbc.execute("alter table app_user_away rename to app_user");
        }

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"unavailable\"");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    private int comparisons() {
        return counted.comparisons() - before;
    }
}
