package park.pipeline.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import park.pipeline.api.PipelineTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An auditor has everything computed anew, and whatever somebody did by hand comes to light. */
@PipelineTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class VerificationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int EVENTS = 12;

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    private Api api;
    private Api auditor;
    private String early = "";

    /** Six projects with two events each, sealed at least twice. */
    @BeforeEach
    void aSealedLog() {
        api = Api.at(port);
        auditor = api.as("auditor");
        for (int i = 0; i < EVENTS / 2; i++) {
            String project =
                    post("/api/projects", """
                    {'name':'%s','enterprise':{'name':'企业'},'industry':'LITHIUM','occurredOn':'2023-01-05'}
                    """.formatted(UUID.randomUUID())).header("Location");
            post(project + "/sign-intent", "{'occurredOn':'2023-02-01','investmentCny':5000000}");
            if (i == 2) {
                early = whenSealed(6);
            }
        }
        whenSealed(EVENTS);
        Awaitility.await()
                .until(
                        () -> jdbc.queryForObject("select min(log_position) from view_position", Integer.class),
                        slowest -> slowest == EVENTS);
    }

    @Test
    void a_sound_log_with_sound_views_is_proven() {
        JsonNode result = verify("");

        assertThat(result.path("ok").asBoolean()).as(result.toString()).isTrue();
        assertThat(result.path("leaves").asInt()).isEqualTo(EVENTS);
        assertThat(result.path("treeSize").asInt()).isEqualTo(EVENTS);
        assertThat(auditor.get("/api/audit/checkpoint").response().body())
                .contains("\n" + result.path("rootHash").asString() + "\n");
        assertThat(result.path("checkpointsChecked").asInt())
                .isEqualTo(auditor.get("/api/audit/checkpoints?limit=500")
                        .json()
                        .path("items")
                        .size());
        assertThat(result.path("processed")).isEqualTo(result.path("total"));
        assertThat(result.has("firstMismatchPosition")).isFalse();
        assertThat(result.path("findings")).isEmpty();
        assertThat(verify(kept(early)).path("ok").asBoolean()).isTrue();
        JsonNode listed = auditor.get("/api/audit/verifications").json().path("items");
        assertThat(listed).hasSize(2);
        assertThat(listed.get(1)).isEqualTo(result);
    }

    @Test
    void one_byte_of_an_event_flipped() {
        jdbc.update("update event_log set data = cast(replace(utf8tostring(data), '5000000', '5000001') as varbinary)"
                + " where log_position = 4");

        JsonNode result = verify("");

        assertThat(first(result)).isEqualTo("EVENT_ALTERED 4");
        assertThat(result.at("/findings/0/message").asString()).contains("第 4 号");
        assertThat(auditor.with("Accept-Language", "en")
                        .get("/api/audit/verifications/" + result.path("id").asString())
                        .json()
                        .at("/findings/0/message")
                        .asString())
                .isEqualTo("Event 4 of log projects is not the one that was sealed.");
    }

    @Test
    void an_event_deleted() {
        jdbc.update("delete from event_log where log_position = 5");

        JsonNode result = verify("");

        assertThat(first(result)).isEqualTo("EVENT_MISSING 5");
        assertThat(kinds(result)).contains("VIEW_INCOMPLETE", "VIEW_NOT_COMPARED");
    }

    @Test
    void two_events_swapped() {
        jdbc.update("update event_log set log_position = -1 where log_position = 3");
        jdbc.update("update event_log set log_position = 3 where log_position = 5");
        jdbc.update("update event_log set log_position = 5 where log_position = -1");

        JsonNode result = verify("");

        assertThat(first(result)).isEqualTo("EVENT_ALTERED 3");
        assertThat(result.at("/findings/1/position").asInt()).isEqualTo(5);
    }

    @Test
    void the_tail_cut_off_behind_a_checkpoint() {
        jdbc.update("delete from event_log where log_position > 10");

        assertThat(first(verify(""))).isEqualTo("LOG_CUT_OFF 11");
    }

    @Test
    void a_whole_history_rewritten_with_all_its_hashes_is_found_by_any_older_checkpoint() {
        String newest = auditor.get("/api/audit/checkpoint").response().body();
        jdbc.update("update event_log set actor = 'somebody' where log_position > 3");
        jdbc.update("delete from seal_node");
        jdbc.update("delete from seal_checkpoint");
        jdbc.update("update seal_tree set tree_size = 0");
        whenSealed(EVENTS);
        for (String view : List.of("project", "funnel", "stage", "history")) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(
                            () -> api.as("admin")
                                    .post("/api/admin/views/" + view + "/rebuild", "")
                                    .status(),
                            status -> status == 202);
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> jdbc.queryForObject(
                                "select count(*) from background_job where slot is not null", Long.class),
                        running -> running == 0);

        assertThat(verify("").path("ok").asBoolean())
                .as("nothing here tells of what was there")
                .isTrue();
        for (String kept : List.of(early, newest, early.stripTrailing())) {
            assertThat(first(verify(kept(kept)))).startsWith("CHECKPOINT_DIFFERS");
        }
    }

    @Test
    void a_row_of_a_view_changed_by_hand() {
        jdbc.update("update project_row_g1 set investment_cny = 6000000 where registered_position = 7");

        JsonNode result = verify("");

        assertThat(first(result)).isEqualTo("VIEW_ROW_DIFFERS 7");
        JsonNode finding = result.at("/findings/0");
        assertThat(finding.path("table").asString()).isEqualTo("project_row");
        assertThat(finding.at("/live/investment_cny").asString()).isEqualTo("6000000");
        assertThat(finding.at("/rebuilt/investment_cny").asString()).isEqualTo("5000000");
        assertThat(result.path("found").asInt()).isEqualTo(1);
    }

    @Test
    void a_view_that_has_not_taken_in_what_it_says() {
        jdbc.update("update history_version_g1 set version = 1"
                + " where project_id = (select stream_id from event_log where log_position = 9)");

        JsonNode result = verify("");

        assertThat(first(result)).isEqualTo("VIEW_INCOMPLETE 9");
        assertThat(result.at("/findings/0/expected").asInt()).isEqualTo(2);
        assertThat(result.at("/findings/0/applied").asInt()).isEqualTo(1);
    }

    @Test
    void what_is_brought_along_must_be_readable() {
        assertThat(auditor.command("/api/audit/verifications", "{'keys':['none'],'checkpoints':['']}")
                        .problem())
                .isEqualTo("422 invalid-fields[checkpoints:required,keys:bad-verifier-key]");
        assertThat(auditor.command("/api/audit/verifications", "{'since':1}").problem())
                .isEqualTo("400 malformed");
        assertThat(api.post("/api/audit/verifications", "").problem()).isEqualTo("403 forbidden");
        assertThat(auditor.get("/api/audit/verifications/" + UUID.randomUUID()).problem())
                .isEqualTo("404 not-found");
    }

    private static String kept(String note) {
        return new JsonMapper().writeValueAsString(Map.of("checkpoints", List.of(note)));
    }

    private static String first(JsonNode result) {
        assertThat(result.path("ok").asBoolean(true)).as(result.toString()).isFalse();
        return result.at("/findings/0/kind").asString() + " "
                + result.path("firstMismatchPosition").asInt();
    }

    private static List<String> kinds(JsonNode result) {
        List<String> kinds = new ArrayList<>();
        result.path("findings").forEach(f -> kinds.add(f.path("kind").asString()));
        return kinds;
    }

    private JsonNode verify(String body) {
        Answer started = auditor.send("POST", "/api/audit/verifications", body);
        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> auditor.get(started.header("Location")).json(),
                        job -> !job.path("state").asString().equals("RUNNING"));
    }

    private Answer post(String path, String body) {
        Answer answer = api.command(path, body);
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
        return answer;
    }

    private String whenSealed(long size) {
        return Awaitility.await()
                .until(
                        () -> auditor.get("/api/audit/checkpoint").response().body(),
                        note -> note.contains("\n" + size + "\n"));
    }
}
