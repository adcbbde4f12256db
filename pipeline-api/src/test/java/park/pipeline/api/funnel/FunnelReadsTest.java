package park.pipeline.api.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Leads;
import park.pipeline.api.PipelineTest;
import tools.jackson.databind.JsonNode;

/** Trend, flow, conversion and durations over HTTP. */
@PipelineTest
class FunnelReadsTest {
    @LocalServerPort
    int port;

    private Leads leads;
    private String first;

    /** One that was withdrawn and came back on the same day, one that signed on its first day, one that stays a lead. */
    @BeforeEach
    void three_projects() {
        leads = new Leads(Api.at(port));
        first = leads.register("2023-01-05", null);
        leads.does(first, "open-negotiation", "{'occurredOn':'2023-01-10'}");
        leads.does(first, "sign-intent", "{'occurredOn':'2023-02-01','investmentCny':500}");
        leads.does(first, "withdraw", "{'occurredOn':'2023-03-01','reasonCode':'MARKET'}");
        leads.does(first, "reopen", "{'occurredOn':'2023-03-01'}");
        String second = leads.register("2023-01-20", 100L);
        leads.does(second, "sign-intent", "{'occurredOn':'2023-01-20','investmentCny':200}");
        leads.register("2023-01-31", 7L);
    }

    @Test
    void the_flow_has_each_entry_with_the_amount_of_its_day() {
        assertThat(leads.get("/api/funnel/flow?from=2023-01-01&to=2023-03-01")
                        .json()
                        .path("links")
                        .toString())
                .isEqualTo("""
                        [{"from":null,"to":"LEAD","count":3,"investmentCny":207},\
                        {"from":"LEAD","to":"NEGOTIATION","count":1,"investmentCny":0},\
                        {"from":"LEAD","to":"INTENT","count":1,"investmentCny":200},\
                        {"from":"NEGOTIATION","to":"INTENT","count":1,"investmentCny":500},\
                        {"from":"INTENT","to":"WITHDRAWN","count":1,"investmentCny":500},\
                        {"from":"WITHDRAWN","to":"INTENT","count":1,"investmentCny":500}]\
                        """);
        assertThat(leads.get("/api/funnel/flow?from=2023-02-02&to=2023-02-28").json())
                .hasToString("{\"links\":[]}");
    }

    @Test
    void a_conversion_counts_stages_that_were_skipped_and_rounds_half_up() {
        String body = leads.get("/api/funnel/conversion?cohortFrom=2023-01-01&cohortTo=2023-01-31&asOf=2023-02-15")
                .response()
                .body();
        assertThat(body)
                .startsWith("""
                        {"cohort":3,"withdrawn":0,"open":3,"stages":[\
                        {"stage":"LEAD","reached":3,"rateFromPrevious":1.0000,"rateFromLead":1.0000},\
                        {"stage":"NEGOTIATION","reached":2,"rateFromPrevious":0.6667,"rateFromLead":0.6667},\
                        {"stage":"INTENT","reached":2,"rateFromPrevious":1.0000,"rateFromLead":0.6667},\
                        {"stage":"CONTRACT","reached":0,"rateFromPrevious":0.0000,"rateFromLead":0.0000},\
                        """)
                .endsWith(
                        "{\"stage\":\"FULL_CAPACITY\",\"reached\":0,\"rateFromPrevious\":0.0000,\"rateFromLead\":0.0000}]}");
    }

    @Test
    void a_cohort_without_projects_has_only_zeros() {
        JsonNode none = leads.get("/api/funnel/conversion?cohortFrom=2022-01-01&cohortTo=2022-12-31")
                .json();
        assertThat(none.path("cohort").asInt()).isZero();
        assertThat(none.path("stages").size()).isEqualTo(8);
        none.path("stages")
                .forEach(row ->
                        assertThat(row.path("rateFromLead").decimalValue()).isZero());
    }

    @Test
    void what_was_withdrawn_keeps_what_it_had_reached() {
        leads.does(first, "withdraw", "{'occurredOn':'2023-04-01','reasonCode':'POLICY'}");
        JsonNode then = leads.get("/api/funnel/conversion?cohortFrom=2023-01-05&cohortTo=2023-01-05&asOf=2023-04-01")
                .json();
        assertThat(then.path("withdrawn").asInt()).isEqualTo(1);
        assertThat(then.path("open").asInt()).isZero();
        assertThat(then.path("stages").get(2).path("reached").asInt()).isEqualTo(1);
    }

    @Test
    void durations_count_intervals_of_no_days_too() {
        JsonNode stages =
                leads.get("/api/funnel/durations?asOf=2023-03-31").json().path("stages");
        assertThat(lines(stages))
                .containsExactly(
                        "LEAD 2 0 5 1 59",
                        "NEGOTIATION 1 22 22 0 null",
                        "INTENT 1 28 28 2 30",
                        "CONTRACT 0 null null 0 null",
                        "PERMITTING 0 null null 0 null",
                        "CONSTRUCTION 0 null null 0 null",
                        "PRODUCTION 0 null null 0 null",
                        "FULL_CAPACITY 0 null null 0 null",
                        "WITHDRAWN 1 0 0 0 null");
    }

    @Test
    void an_instant_before_a_correction_answers_as_before_it() {
        String known = leads.does(first, "log-contact", "{'occurredOn':'2023-03-02','channel':'CALL','summary':'x'}")
                .json()
                .path("recordedAt")
                .asString();
        String durations = "/api/funnel/durations?asOf=2023-03-31";
        String conversion = "/api/funnel/conversion?cohortFrom=2023-01-01&cohortTo=2023-01-31&asOf=2023-03-31";
        JsonNode durationsBefore = leads.get(durations).json();
        JsonNode conversionBefore = leads.get(conversion).json();

        leads.does(first, "retract", "{'reason':'未恢复'}");

        assertThat(leads.get(durations).json()).isNotEqualTo(durationsBefore);
        assertThat(leads.get(conversion).json()).isNotEqualTo(conversionBefore);
        assertThat(leads.get(durations + "&knownAt=" + known).json()).isEqualTo(durationsBefore);
        assertThat(leads.get(conversion + "&knownAt=" + known).json()).isEqualTo(conversionBefore);
    }

    @Test
    void a_trend_is_the_funnel_of_the_last_day_of_each_period() {
        JsonNode points = leads.get("/api/funnel/trend?from=2023-01-10&to=2023-03-10&step=MONTH")
                .json()
                .path("points");
        List<String> days = new ArrayList<>();
        for (JsonNode point : points) {
            String day = point.path("asOf").asString();
            days.add(day);
            assertThat(point.path("stages"))
                    .isEqualTo(leads.get("/api/funnel?asOf=" + day).json().path("stages"));
        }
        assertThat(days).containsExactly("2023-01-31", "2023-02-28", "2023-03-10");
        assertThat(points.get(0).path("stages").get(2).toString())
                .isEqualTo("{\"stage\":\"INTENT\",\"count\":1,\"investmentCny\":200,\"investmentKnown\":1}");
    }

    private static List<String> lines(JsonNode stages) {
        List<String> lines = new ArrayList<>();
        for (JsonNode row : stages) {
            lines.add(row.path("stage").asString() + " " + row.path("completed") + " " + row.path("medianDays") + " "
                    + row.path("p90Days") + " " + row.path("open") + " " + row.path("openMedianDays"));
        }
        return lines;
    }
}
