package park.pipeline.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.Leads;
import park.pipeline.api.PipelineTest;
import park.pipeline.core.seal.Checkpoint;
import park.pipeline.core.seal.Frontier;
import park.pipeline.core.seal.Hash;
import park.pipeline.core.seal.VerifierKey;
import tools.jackson.databind.JsonNode;

/** Who took data out, had it checked, changed what is kept or came in is on record, and the record is sealed. */
@PipelineTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class AccessesTest {
    private static final String ACCESSES = "/api/audit/accesses";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    private Api api;
    private Api auditor;
    private String project;

    @BeforeEach
    void aSealedProject() {
        api = Api.at(port);
        auditor = api.as("auditor");
        project = new Leads(api).register("2023-01-05", null);
        Awaitility.await()
                .until(
                        () -> api.as("").get("/actuator/health").json().at("/components/seal/details/treeSize"),
                        size -> size.asLong() > 0);
    }

    @Test
    void exports_are_on_record_with_what_was_taken() {
        String id = project.substring(project.lastIndexOf('/') + 1);
        auditor.bytes("/api/audit/bundle");
        auditor.bytes("/api/audit/bundle?projectId=" + id);
        auditor.with("Accept", "application/x-ndjson").get("/api/audit/events?after=0");
        auditor.get("/api/audit/events");
        auditor.get("/api/audit/bundle?projectId=" + UUID.randomUUID());
        api.get("/api/audit/bundle");

        assertThat(items("?action=EXPORTED&actor=auditor").stream()
                        .map(item -> item.path("subject").asString()))
                .containsExactly("/api/audit/events?after=0", "/api/audit/bundle?projectId=" + id, "/api/audit/bundle");
        JsonNode newest = items("").getFirst();
        assertThat(newest.path("actor").asString()).isEqualTo("auditor");
        assertThat(newest.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(newest.path("recordedAt").asString()).endsWith("Z");
    }

    @Test
    void verifying_rebuilding_and_erasing_are_on_record() {
        Answer verification = auditor.post("/api/audit/verifications", "");
        ended(auditor, verification);
        Answer rebuild = api.as("admin").post("/api/admin/views/funnel/rebuild", "");
        ended(api.as("admin"), rebuild);
        api.as("admin").post("/api/admin/views/funnel/resume", "");
        Answer person = api.command(project + "/contacts", "{'name':'某人'}");
        api.send("DELETE", person.header("Location"), "");
        api.send("DELETE", person.header("Location"), "");
        api.as("admin").post("/api/admin/views/none/rebuild", "");
        api.as("admin").post("/api/admin/views/none/resume", "");

        assertThat(items("").stream().map(AccessesTest::text))
                .containsExactly(
                        "promoter ERASED " + person.header("Location"),
                        "admin RESUMED funnel",
                        "admin REBUILT funnel",
                        "auditor VERIFIED " + verification.header("Location"));
    }

    @Test
    void signing_in_by_form_is_on_record_and_failing_to_once_a_minute() throws Exception {
        assertThat(signIn("leader", "wrong-password")).contains("error");
        assertThat(signIn("leader", "wrong-password")).contains("error");
        assertThat(signIn("nobody at all", "wrong-password")).contains("error");
        assertThat(signIn("leader", Api.PASSWORD)).doesNotContain("error");
        api.as("leader").get("/api/projects");

        assertThat(items("").stream().map(AccessesTest::text))
                .containsExactly(
                        "leader SIGNED_IN null", "nobody at all SIGN_IN_FAILED null", "leader SIGN_IN_FAILED null");
    }

    @Test
    void the_record_is_sealed_and_what_is_done_to_it_is_found() {
        for (int i = 0; i < 3; i++) {
            auditor.bytes("/api/audit/bundle");
        }
        List<String> lines = auditor.with("Accept", "application/x-ndjson")
                .get(ACCESSES)
                .response()
                .body()
                .lines()
                .toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getLast()).contains("\"subject\":\"/api/audit/accesses\"");
        VerifierKey key =
                VerifierKey.parse(auditor.get("/api/audit/key").response().body());
        Checkpoint checkpoint = Awaitility.await()
                .until(
                        () -> Checkpoint.open(
                                auditor.get(ACCESSES + "/checkpoint").response().body(), key),
                        c -> c != null && c.size() == lines.size());
        Frontier frontier = Frontier.empty();
        lines.forEach(line -> frontier.add(Hash.leaf(line.getBytes(StandardCharsets.UTF_8))));
        assertThat(checkpoint.root()).isEqualTo(frontier.root());
        assertThat(checkpoint.origin()).isEqualTo("pipeline.example/log/accesses");
        assertThat(verified().path("ok").asBoolean()).isTrue();

        jdbc.update("update access_log set entry = cast(replace(utf8tostring(entry), 'auditor', 'nobody') as varbinary)"
                + " where log_position = 2");

        JsonNode result = verified();
        assertThat(result.path("ok").asBoolean(true)).isFalse();
        assertThat(result.at("/findings/0/kind").asString()).isEqualTo("EVENT_ALTERED");
        assertThat(result.at("/findings/0/log").asString()).isEqualTo("accesses");
        assertThat(result.at("/findings/0/position").asInt()).isEqualTo(2);
        assertThat(result.has("firstMismatchPosition"))
                .as("a position of another log")
                .isFalse();
    }

    @Test
    void only_auditors_read_it_page_by_page() {
        for (int i = 0; i < 3; i++) {
            auditor.bytes("/api/audit/bundle");
        }
        for (String who : List.of("promoter", "leader", "admin")) {
            assertThat(api.as(who).get(ACCESSES).problem()).isEqualTo("403 forbidden");
        }
        JsonNode first = auditor.get(ACCESSES + "?limit=2&action=EXPORTED").json();
        JsonNode second = auditor.get(ACCESSES + "?limit=2&action=EXPORTED&cursor="
                        + first.path("nextCursor").asString())
                .json();
        assertThat(first.at("/items/0/position").asInt()).isEqualTo(3);
        assertThat(second.at("/items/0/position").asInt()).isEqualTo(1);
        assertThat(second.path("nextCursor").isNull()).isTrue();
        assertThat(auditor.get(ACCESSES + "?action=EATEN").problem())
                .isEqualTo("422 invalid-fields[action:unknown-code]");
        assertThat(auditor.get(ACCESSES + "?actor=nobody").json().path("items")).isEmpty();
    }

    private JsonNode verified() {
        return ended(auditor, auditor.post("/api/audit/verifications", ""));
    }

    private static JsonNode ended(Api who, Answer started) {
        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        return Awaitility.await()
                .until(
                        () -> who.get(started.header("Location")).json(),
                        job -> !job.path("state").asString().equals("RUNNING"));
    }

    private List<JsonNode> items(String query) {
        return auditor.get(ACCESSES + query).json().path("items").valueStream().toList();
    }

    private static String text(JsonNode item) {
        return item.path("actor").asString() + " " + item.path("action").asString() + " "
                + (item.path("subject").isNull() ? null : item.path("subject").asString());
    }

    private String signIn(String name, String password) throws Exception {
        CookieManager cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        String base = "http://127.0.0.1:" + port;
        browser.send(
                HttpRequest.newBuilder(URI.create(base + "/login")).build(), HttpResponse.BodyHandlers.discarding());
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .getValue();
        HttpRequest form = HttpRequest.newBuilder(URI.create(base + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=" + name.replace(" ", "+") + "&password=" + password))
                .build();
        return browser.send(form, HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElse("");
    }
}
