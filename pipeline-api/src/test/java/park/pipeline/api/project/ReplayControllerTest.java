package park.pipeline.api.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Leads;
import park.pipeline.api.PipelineTest;
import tools.jackson.databind.JsonNode;

/** One project played again over HTTP. */
@PipelineTest
class ReplayControllerTest {
    @LocalServerPort
    int port;

    private Api api;
    private String project;
    private String signed;
    private String position;

    @BeforeEach
    void a_signature_with_a_wrong_day_and_a_withdrawal() {
        api = Api.at(port);
        Leads leads = new Leads(api);
        project = leads.register("2023-01-05", 100L);
        signed = leads.does(
                        project, "sign-intent", "{'occurredOn':'2023-06-20','investmentCny':500,'documentNo':'YX-7'}")
                .json()
                .path("recordedAt")
                .asString();
        leads.does(project, "correct-date", "{'stage':'INTENT','occurredOn':'2023-07-02','reason':'以协议文本为准'}");
        leads.does(project, "log-contact", "{'occurredOn':'2023-07-03','channel':'CALL','summary':'x'}");
        leads.does(project, "withdraw", "{'occurredOn':'2023-07-03','reasonCode':'MARKET'}");
        position = leads.does(project, "retract", "{'reason':'仍在谈'}").header("Pipeline-Position");
    }

    @Test
    void each_step_shows_the_project_before_and_after_it_and_what_changed() {
        List<JsonNode> steps = steps("");
        List<JsonNode> events = new ArrayList<>();
        api.with("Pipeline-Min-Position", position)
                .get(project + "/history")
                .json()
                .path("items")
                .forEach(events::add);

        assertThat(steps).hasSameSizeAs(events);
        for (int i = 0; i < steps.size(); i++) {
            for (String field : new String[] {"sequence", "eventId", "type", "occurredOn", "recordedAt", "actor"}) {
                assertThat(steps.get(i).path(field)).isEqualTo(events.get(i).path(field));
            }
            assertThat(steps.get(i).path("corrects")).isEqualTo(events.get(i).path("corrects"));
            assertThat(steps.get(i).path("before"))
                    .isEqualTo(
                            i == 0
                                    ? steps.getFirst().path("before")
                                    : steps.get(i - 1).path("after"));
        }
        assertThat(steps.getFirst().path("before").isNull()).isTrue();
        assertThat(steps.getLast().path("after")).isEqualTo(api.get(project).json());

        JsonNode signature = steps.get(1);
        assertThat(signature.path("documentNo").asString()).isEqualTo("YX-7");
        assertThat(signature.has("reason")).isFalse();
        assertThat(changed(signature))
                .startsWith(
                        "stage: \"LEAD\" → \"INTENT\"",
                        "stageSince: \"2023-01-05\" → \"2023-06-20\"",
                        "investmentCny: 100 → 500")
                .endsWith("version: 1 → 2")
                .hasSize(5);
        JsonNode correction = steps.get(2);
        assertThat(correction.path("reason").asString()).isEqualTo("以协议文本为准");
        assertThat(correction.path("corrects")).isEqualTo(signature.path("eventId"));
        assertThat(changed(correction))
                .startsWith("stageSince: \"2023-06-20\" → \"2023-07-02\"")
                .hasSize(3);
        assertThat(changed(steps.get(3))).containsExactly("version: 3 → 4");
        assertThat(steps.get(4).path("reason").asString()).isEqualTo("MARKET");
        assertThat(changed(steps.get(4))).contains("withdrawnFrom: null → \"INTENT\"");
        assertThat(changed(steps.get(5)))
                .contains("stage: \"WITHDRAWN\" → \"INTENT\"", "withdrawnFrom: \"INTENT\" → null");
    }

    @Test
    void an_instant_stops_it_there() {
        List<JsonNode> steps = steps("?knownAt=" + signed);
        assertThat(steps).hasSize(2).isEqualTo(steps("").subList(0, 2));
        assertThat(steps.getLast().path("after"))
                .isEqualTo(api.get(project + "?knownAt=" + signed).json());
    }

    @Test
    void it_is_paged_like_every_list() {
        List<JsonNode> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get(project + "/replay?limit=4" + cursor).json();
            page.path("items").forEach(paged::add);
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(paged).hasSize(6).isEqualTo(steps(""));
    }

    @Test
    void it_says_which_position_it_includes() {
        String position = api.command(
                        project + "/log-contact", "{'occurredOn':'2023-07-04','channel':'CALL','summary':'y'}")
                .header("Pipeline-Position");
        assertThat(api.with("Pipeline-Min-Position", position)
                        .get(project + "/replay")
                        .header("Pipeline-Position"))
                .isEqualTo(position);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?knownAt=1990-01-01T00:00:00Z | 404 not-found",
                "?knownAt=2024-01-01           | 400 malformed",
                "?asOf=2024-01-01              | 400 malformed",
                "?limit=501                    | 400 malformed",
                "?cursor=MTIuYWJj              | 400 malformed"
            })
    void a_question_that_cannot_be_answered_says_why(String question, String problem) {
        assertThat(api.get(project + "/replay" + question).problem()).isEqualTo(problem);
    }

    @Test
    void what_is_no_project_has_no_replay() {
        assertThat(api.get("/api/projects/" + UUID.randomUUID() + "/replay").problem())
                .isEqualTo("404 not-found");
        assertThat(api.get("/api/projects/1/replay").problem()).isEqualTo("404 not-found");
    }

    private List<JsonNode> steps(String question) {
        JsonNode page = api.get(project + "/replay" + question).json();
        assertThat(page.path("nextCursor").isNull()).isTrue();
        List<JsonNode> steps = new ArrayList<>();
        page.path("items").forEach(steps::add);
        return steps;
    }

    private static List<String> changed(JsonNode step) {
        List<String> changes = new ArrayList<>();
        step.path("changed")
                .forEach(c -> changes.add(c.path("field").asString() + ": " + c.path("from") + " → " + c.path("to")));
        return changes;
    }
}
