package park.pipeline.api.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.Leads;
import park.pipeline.api.PipelineTest;
import tools.jackson.databind.JsonNode;

/** Why two reports for the same day differ, over HTTP. */
@PipelineTest
class ReconcileControllerTest {
    private static final String DAY = "?asOf=2023-06-30";

    @LocalServerPort
    int port;

    private Leads leads;
    private String project;
    private String first;
    private String second;

    /** Between two reports a signature turned out to be of July, and another project came up. */
    @BeforeEach
    void two_reports() {
        leads = new Leads(Api.at(port));
        project = leads.register("2023-01-05", 100L);
        first = recordedAt(leads.does(project, "sign-intent", "{'occurredOn':'2023-06-20','investmentCny':500}"));
        leads.does(project, "log-contact", "{'occurredOn':'2023-06-21','channel':'CALL','summary':'x'}");
        leads.does(project, "correct-date", "{'stage':'INTENT','occurredOn':'2023-07-02','reason':'以协议文本为准'}");
        leads.register("2023-06-30", null);
        second = recordedAt(leads.does(project, "amend", "{'occurredOn':'2023-07-02','name':'二期项目','reason':'更名'}"));
        leads.does(project, "withdraw", "{'occurredOn':'2023-07-03','reasonCode':'MARKET'}");
    }

    @Test
    void the_events_in_between_explain_the_difference_each_with_its_share() {
        JsonNode answer = reconcile(first, second);

        assertThat(answer.propertyNames())
                .containsExactly("asOf", "knownAt1", "knownAt2", "stages", "events", "nextCursor");
        assertThat(answer.path("asOf").asString()).isEqualTo("2023-06-30");
        assertThat(answer.path("knownAt1").asString()).isEqualTo(first);
        assertThat(answer.path("knownAt2").asString()).isEqualTo(second);
        assertThat(answer.path("stages").size()).isEqualTo(9);
        assertThat(answer.path("stages").get(0)).hasToString("""
                        {"stage":"LEAD","count1":0,"count2":2,"investmentCny1":0,"investmentCny2":100}""");
        assertThat(answer.path("stages").get(2)).hasToString("""
                        {"stage":"INTENT","count1":1,"count2":0,"investmentCny1":500,"investmentCny2":0}""");
        assertThat(answer.path("events").size()).isEqualTo(2);
        JsonNode correction = answer.path("events").get(0);
        JsonNode signature = history().get(1);
        JsonNode corrected = history().get(3);
        assertThat(correction.path("type").asString()).isEqualTo("MilestoneDateCorrected");
        assertThat(correction.path("eventId")).isEqualTo(corrected.path("eventId"));
        assertThat(correction.path("position")).isEqualTo(corrected.path("position"));
        assertThat(correction.path("recordedAt")).isEqualTo(corrected.path("recordedAt"));
        assertThat(correction.path("corrects")).isEqualTo(signature.path("eventId"));
        assertThat("/api/projects/" + correction.path("projectId").asString()).isEqualTo(project);
        assertThat(correction.path("projectName").asString()).isEqualTo("二期项目");
        assertThat(correction.path("occurredOn").asString()).isEqualTo("2023-07-02");
        assertThat(correction.path("actor").asString()).isEqualTo("promoter");
        assertThat(correction.path("reason").asString()).isEqualTo("以协议文本为准");
        assertThat(correction.path("shares")).hasToString("""
                        [{"stage":"LEAD","count":1,"investmentCny":100},\
                        {"stage":"INTENT","count":-1,"investmentCny":-500}]""");
        assertThat(answer.path("events").get(1).path("shares")).hasToString("""
                        [{"stage":"LEAD","count":1,"investmentCny":0}]""");
        assertThat(answer.path("events").get(1).has("reason")).isFalse();
        assertThat(answer.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void the_two_columns_are_the_two_reports() {
        JsonNode stages = reconcile(first, second).path("stages");
        JsonNode one = leads.get("/api/funnel" + DAY + "&knownAt=" + first).json();
        JsonNode two = leads.get("/api/funnel" + DAY + "&knownAt=" + second).json();
        for (int i = 0; i < 9; i++) {
            JsonNode row = stages.get(i);
            for (String value : new String[] {"count", "investmentCny"}) {
                assertThat(row.path(value + "1"))
                        .isEqualTo(one.path("stages").get(i).path(value));
                assertThat(row.path(value + "2"))
                        .isEqualTo(two.path("stages").get(i).path(value));
            }
        }
    }

    @Test
    void the_other_way_round_every_share_has_the_other_sign() {
        Map<String, Long> there = sums(reconcile(first, second).path("events"));
        Map<String, Long> back = sums(reconcile(second, first).path("events"));
        assertThat(back.keySet()).isEqualTo(there.keySet());
        there.forEach((sum, value) -> assertThat(back.get(sum)).as(sum).isEqualTo(-value));
    }

    @Test
    void without_a_second_instant_the_first_report_is_held_against_what_is_known_now() {
        leads.does(project, "correct-date", "{'stage':'WITHDRAWN','occurredOn':'2023-07-02','reason':'x'}");
        String then = leads.get("/api/funnel/reconcile?asOf=2023-07-02&knownAt1=" + second)
                .response()
                .body();
        assertThat(then)
                .contains("\"knownAt2\":null")
                .contains(
                        "{\"stage\":\"WITHDRAWN\",\"count1\":0,\"count2\":1,\"investmentCny1\":0,\"investmentCny2\":500}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void the_events_are_paged_and_every_page_has_all_stages(int limit) {
        String question = "/api/funnel/reconcile?asOf=2023-07-31&knownAt1=2020-01-01T00:00:00Z&limit=" + limit;
        JsonNode page = leads.get(question).json();
        JsonNode stages = page.path("stages");
        List<JsonNode> events = new ArrayList<>();
        page.path("events").forEach(events::add);
        while (!page.path("nextCursor").isNull()) {
            assertThat(page.path("events").size()).isEqualTo(limit);
            page = leads.get(question + "&cursor=" + page.path("nextCursor").asString())
                    .json();
            assertThat(page.path("stages")).isEqualTo(stages);
            page.path("events").forEach(events::add);
        }
        assertThat(events)
                .extracting(e -> e.path("type").asString())
                .containsExactly("LeadRegistered", "IntentSigned", "LeadRegistered", "ProjectWithdrawn");
        Map<String, Long> sums = sums(events);
        stages.forEach(row -> {
            String stage = row.path("stage").asString();
            assertThat(sums.getOrDefault(stage + " count", 0L))
                    .isEqualTo(row.path("count2").asLong() - row.path("count1").asLong());
            assertThat(sums.getOrDefault(stage + " investment", 0L))
                    .isEqualTo(row.path("investmentCny2").asLong()
                            - row.path("investmentCny1").asLong());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                     | 422 invalid-fields[knownAt1:required]",
                "?knownAt2=2024-01-01T00:00:00Z                         | 422 invalid-fields[knownAt1:required]",
                "?knownAt1=2024-01-01                                   | 400 malformed",
                "?knownAt1=2024-01-01T00:00:00Z&knownAt2=2024-01-01     | 400 malformed",
                "?knownAt1=2024-01-01T00:00:00Z&knownAt=2024-01-01T00:00:00Z | 400 malformed",
                "?knownAt1=2024-01-01T00:00:00Z&asOf=1899-12-31         | 422 invalid-fields[asOf:out-of-range]",
                "?knownAt1=2024-01-01T00:00:00Z&industry=SOUP           | 422 invalid-fields[industry:unknown-code]",
                "?knownAt1=2024-01-01T00:00:00Z&limit=0                 | 400 malformed",
                "?knownAt1=2024-01-01T00:00:00Z&cursor=MTIuYWJj         | 400 malformed"
            })
    void a_question_that_cannot_be_answered_says_why(String question, String problem) {
        assertThat(Api.at(port).get("/api/funnel/reconcile" + question).problem())
                .isEqualTo(problem);
    }

    private JsonNode reconcile(String knownAt1, String knownAt2) {
        return leads.get("/api/funnel/reconcile" + DAY + "&knownAt1=" + knownAt1 + "&knownAt2=" + knownAt2)
                .json();
    }

    private JsonNode history() {
        return Api.at(port).get(project + "/history").json().path("items");
    }

    private static String recordedAt(Answer answer) {
        return answer.json().path("recordedAt").asString();
    }

    private static Map<String, Long> sums(Iterable<JsonNode> events) {
        Map<String, Long> sums = new HashMap<>();
        for (JsonNode event : events) {
            for (JsonNode share : event.path("shares")) {
                String stage = share.path("stage").asString();
                sums.merge(stage + " count", share.path("count").asLong(), Long::sum);
                sums.merge(stage + " investment", share.path("investmentCny").asLong(), Long::sum);
            }
        }
        return sums;
    }
}
