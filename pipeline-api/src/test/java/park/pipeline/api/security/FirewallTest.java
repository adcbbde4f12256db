package park.pipeline.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that can be read in two ways, and headers that tell a browser what not to do. */
@WholeService
class FirewallTest {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/projects;jsessionid=1",
                "GET /api/projects%3Bx",
                "GET /api/projects/a%2Fb",
                "GET /api/projects/a%2fb",
                "GET /api/projects/%00",
                "GET /api/projects/a%5Cb",
                "GET /api/projects/a%0Ab",
                "GET /api/projects/a%25b",
                "GET //api/projects",
                "GET /api//projects",
                "GET /api/%2e%2e/projects",
                "GET /api/./projects",
                "GET /api/projects/../projects",
                "GET /actuator/health;x",
                "PROPFIND /api/projects",
                "get /api/projects"
            })
    void what_can_be_read_in_two_ways_is_malformed(String requestLine) {
        assertMalformed(Client.anonymous(port).raw(requestLine));
        assertMalformed(Client.demo(port, Role.PROMOTER).raw(requestLine));
    }

    @Test
    void a_header_with_control_characters_is_malformed_whichever_it_is() {
        Client client = Client.demo(port, Role.LEADER);

        assertMalformed(client.raw("GET /api/catalogue", "X-Anything: a\u0085b"));
        assertMalformed(client.raw("GET /api/catalogue", "Accept-Language: en\u0085"));
        assertMalformed(client.raw("GET /api/catalogue", "Idempotency-Key: \u0001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/catalogue?a=|", "GET api", "GET", "GET /a b", "G\u00e9T /api/catalogue"})
    void what_is_hardly_http_gets_a_problem_too(String requestLine) {
        assertThat(Client.anonymous(port).raw(requestLine))
                .contains("\"status\":400", "\"code\":\"malformed\"")
                .doesNotContainIgnoringCase("<html");
    }

    @Test
    void a_trace_is_a_method_that_no_address_takes() {
        assertThat(Client.anonymous(port).raw("TRACE /api/catalogue"))
                .startsWith("HTTP/1.1 405")
                .contains("\"code\":\"method-not-allowed\"");
    }

    @Test
    void a_header_line_that_is_too_long_gets_a_problem_too() {
        assertThat(Client.anonymous(port).raw("GET /api/catalogue", "X-Long: " + "x".repeat(100_000)))
                .startsWith("HTTP/1.1 4")
                .contains("\"code\":\"malformed\"");
    }

    @Test
    void a_header_in_chinese_passes() {
        String utf8 = new String("王伟".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(Client.demo(port, Role.LEADER).raw("GET /api/catalogue", "X-User: " + utf8))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void an_odd_name_of_a_parameter_is_malformed_and_no_error_of_ours() {
        assertThat(Client.demo(port, Role.LEADER).get("/api/projects?a%01b=1").statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_answer_tells_browsers_to_keep_nothing_guess_nothing_and_show_it_in_no_frame() {
        HttpResponse<String> answer = Client.demo(port, Role.LEADER).get("/api/catalogue");

        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
    }

    @Test
    void an_origin_changes_nothing_and_opens_nothing() {
        Client client = Client.demo(port, Role.PROMOTER);
        HttpResponse<String> read = client.get("/api/catalogue", "Origin", "https://elsewhere.example");
        HttpResponse<String> write = client.send("POST", "/api/projects", "{}", "Origin", "http://127.0.0.1:" + port);

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(write.statusCode()).isNotIn(401, 403);
    }

    @Test
    void a_page_of_another_site_cannot_write_with_the_password_that_the_browser_remembers() {
        Client client = Client.demo(port, Role.PROMOTER);

        assertThat(client.send("POST", "/api/imports", null, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.send("POST", "/api/imports", null, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isNotIn(401, 403);
        assertThat(client.get("/api/catalogue", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(200);
    }

    private static void assertMalformed(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("\"code\":\"malformed\"")
                .doesNotContain("Exception");
    }
}
