package park.pipeline.api.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Signing in as a person with a browser does. */
@WholeService
class SignInFormTest {
    private static final String PASSWORD = "a long password";
    private static final String SESSION = "pipeline-session";
    private static final String LEAD =
            "{\"name\":\"%s\",\"enterprise\":{\"name\":\"e\"},\"industry\":\"LITHIUM\",\"occurredOn\":\"2023-01-05\"}";

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String name = "用户-" + UUID.randomUUID();

    @BeforeEach
    void aUser() {
        users.add(new User(name, passwords.encode(PASSWORD), Set.of(Role.PROMOTER), false, clock.instant()));
    }

    @Test
    void who_goes_to_a_page_is_led_to_the_form_and_then_to_the_page() {
        HttpResponse<String> away = page("/swagger-ui/index.html");
        assertThat(away.statusCode()).isEqualTo(302);
        assertThat(away.headers().firstValue("Location")).contains("/login");

        HttpResponse<String> in = signIn(PASSWORD);

        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(in.headers().firstValue("Location").orElseThrow()).contains("/swagger-ui/index.html");
        assertThat(page("/swagger-ui/index.html").statusCode()).isEqualTo(200);
    }

    @Test
    void a_session_is_opened_by_the_right_password_only_and_by_no_script_to_be_read() {
        page("/login");
        HttpResponse<String> wrong = signIn(PASSWORD + "!");
        assertThat(wrong.headers().firstValue("Location")).contains("/login?error");
        assertThat(cookie(SESSION)).isNull();

        String set = signIn(PASSWORD).headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith(SESSION))
                .findFirst()
                .orElseThrow();

        assertThat(set).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(get("/api/catalogue").statusCode()).isEqualTo(200);
    }

    @Test
    void each_sign_in_has_a_session_of_its_own() {
        signIn(PASSWORD);
        String first = cookie(SESSION);
        signIn(PASSWORD);

        assertThat(cookie(SESSION)).isNotEqualTo(first);
    }

    @Test
    void a_session_changes_nothing_without_the_token() {
        signIn(PASSWORD);
        String lead = LEAD.formatted(UUID.randomUUID());

        assertThat(post("/api/projects", lead).statusCode()).isEqualTo(403);
        assertThat(post("/api/projects", lead, "X-XSRF-TOKEN", "guessed").statusCode())
                .isEqualTo(403);
        HttpResponse<String> taken = post("/api/projects", lead, "X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    }

    @Test
    void the_form_is_not_taken_without_its_token() {
        HttpResponse<String> in = form("/login", "username=" + encoded(name) + "&password=" + encoded(PASSWORD));

        assertThat(in.headers().firstValue("Location")).contains("/login");
        assertThat(cookie(SESSION)).isNull();
    }

    @Test
    void a_client_with_a_password_needs_neither_session_nor_token() {
        HttpResponse<String> taken = Client.anonymous(port)
                .as(name, PASSWORD)
                .send("POST", "/api/projects", LEAD.formatted(UUID.randomUUID()));

        assertThat(taken.statusCode()).isEqualTo(201);
        assertThat(taken.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void a_password_beside_a_session_is_looked_at_all_the_same() {
        signIn(PASSWORD);

        assertThat(get("/api/catalogue", "Authorization", "Basic bm9ib2R5Om5v").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_session_ends_when_its_user_signs_out() {
        signIn(PASSWORD);
        HttpResponse<String> out = form("/logout", "_csrf=" + token(page("/login")));

        assertThat(out.headers().firstValue("Location")).contains("/login?out");
        assertThat(get("/api/catalogue").statusCode()).isEqualTo(401);
    }

    @Test
    void a_session_ends_when_its_user_is_disabled_or_changed_by_any_node() {
        signIn(PASSWORD);
        assertThat(get("/api/catalogue").statusCode()).isEqualTo(200);
        jdbc.update("update app_user set disabled = true where name = ?", name);
        assertThat(get("/api/catalogue").statusCode()).isEqualTo(401);
        jdbc.update("update app_user set disabled = false where name = ?", name);
        assertThat(get("/api/catalogue").statusCode()).isEqualTo(401);

        signIn(PASSWORD);
        jdbc.update("update app_user set roles = 'LEADER' where name = ?", name);
        assertThat(get("/api/catalogue").statusCode()).isEqualTo(401);
    }

    @Test
    void the_roles_hold_in_a_session_too() {
        signIn(PASSWORD);

        assertThat(get("/api/admin/users").statusCode()).isEqualTo(403);
        assertThat(get("/api/audit/events").statusCode()).isEqualTo(403);
    }

    @Test
    void the_form_speaks_both_languages_and_remembers_the_choice() {
        assertThat(page("/login").body()).contains("用户名").contains("lang=\"zh\"");
        assertThat(page("/login?lang=en").body()).contains("User name").contains("lang=\"en\"");
        assertThat(page("/login").body()).contains("User name");
        assertThat(page("/login?lang=xx%00&wait=<b>").body()).doesNotContain("<b>");
    }

    @Test
    void many_wrong_passwords_are_answered_with_a_wait_by_form_and_by_header() {
        Client guessing = Client.anonymous(port).as(name, "wrong password");
        HttpResponse<String> answer = guessing.get("/api/catalogue");
        for (int i = 0; answer.statusCode() == 401 && i < 20; i++) {
            answer = guessing.get("/api/catalogue");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        assertThat(answer.body()).contains("\"code\":\"too-many-attempts\"");

        String where = signIn(PASSWORD).headers().firstValue("Location").orElseThrow();
        assertThat(where).contains("/login?wait=");
        assertThat(page(where.substring(where.indexOf("/login"))).body()).contains("秒后重试");
    }

    @Test
    void who_came_in_before_the_guessing_began_stays_in() {
        Client right = Client.anonymous(port).as(name, PASSWORD);
        assertThat(right.get("/api/catalogue").statusCode()).isEqualTo(200);
        for (int i = 0; i < 12; i++) {
            Client.anonymous(port).as(name, "wrong password").get("/api/catalogue");
        }

        assertThat(right.get("/api/catalogue").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> signIn(String password) {
        String token = token(page("/login"));
        return form(
                "/login", "username=" + encoded(name) + "&password=" + encoded(password) + "&_csrf=" + encoded(token));
    }

    private static String token(HttpResponse<String> page) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> page(String path) {
        return get(path.replace("<", "%3C").replace(">", "%3E"), "Accept", "text/html");
    }

    private HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    private HttpResponse<String> post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> form(String path, String fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private String cookie(String cookie) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals(cookie))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
