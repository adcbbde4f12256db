package park.pipeline.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import park.pipeline.api.Api;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LoggedEvent;
import tools.jackson.databind.JsonNode;

/** The demo shows something true on every question, and the same each time. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:demo;DB_CLOSE_DELAY=-1",
            "pipeline.data-dir=target/test-data/demo",
            "PIPELINE_DEMO_PASSWORD=" + Api.PASSWORD
        })
@ActiveProfiles("demo")
class DemoTest {
    private static final int EVENTS = 1_012;

    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    LogReader log;

    @Autowired
    DemoLoader loader;

    private Api api;

    @BeforeEach
    void whenAllIsTaken() {
        api = Api.at(port).with("Pipeline-Min-Position", String.valueOf(EVENTS));
    }

    @Test
    void it_is_told_the_same_each_time() {
        assertThat(Demo.steps(catalogue)).usingRecursiveComparison().isEqualTo(Demo.steps(catalogue));
        assertThat(log.head()).isGreaterThanOrEqualTo(EVENTS);
    }

    @Test
    void every_event_is_recorded_when_it_became_known_and_that_is_in_the_past() {
        List<Instant> told = new ArrayList<>();
        for (DemoStep step : Demo.steps(catalogue)) {
            for (int i = 0; i < step.events(); i++) {
                told.add(step.recordedAt());
            }
        }
        List<Instant> recorded = log.after(0, EVENTS).stream()
                .map(e -> e.recorded().recordedAt())
                .toList();

        assertThat(recorded).isSorted();
        assertThat(recorded).hasSameSizeAs(told);
        for (int i = 0; i < told.size(); i++) {
            // Two that became known at once are told one after the other, a microsecond apart.
            assertThat(recorded.get(i)).isBetween(told.get(i), told.get(i).plusNanos(10_000));
        }
        assertThat(recorded.getLast()).isBefore(Instant.parse("2026-11-21T00:00:00Z"));
    }

    @Test
    void started_again_it_tells_nothing_twice() {
        long before = log.head();
        loader.start();

        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void after_it_time_runs_on() {
        String lead = api.command(
                        "/api/projects",
                        "{'name':'现在','enterprise':{'name':'e'},'industry':'LITHIUM','occurredOn':'2026-11-01'}")
                .json()
                .path("recordedAt")
                .asString();
        long events = log.head();

        assertThat(Instant.parse(lead)).isAfter(Instant.parse("2026-11-22T00:00:00Z"));
        loader.start();
        assertThat(log.head()).isEqualTo(events);

        // A later release may tell more: not to a log with which somebody has gone on.
        List<DemoStep> more = new ArrayList<>(Demo.steps(catalogue));
        more.addAll(more);
        assertThat(loader.told(more)).isEqualTo(more.size());
    }

    @Test
    void every_stage_both_lights_and_every_kind_of_correction_are_there() {
        JsonNode funnel = api.get("/api/funnel?asOf=2026-11-20&knownAt=2026-11-21T00:00:00Z")
                .json()
                .path("stages");
        for (JsonNode stage : funnel) {
            assertThat(stage.path("count").asInt()).as(stage.toString()).isPositive();
        }
        assertThat(counts(funnel))
                .isEqualTo("LEAD 10, NEGOTIATION 16, INTENT 6, CONTRACT 15, PERMITTING 18, CONSTRUCTION 14,"
                        + " PRODUCTION 12, FULL_CAPACITY 5, WITHDRAWN 34");
        for (String light : List.of("YELLOW", "RED")) {
            assertThat(api.get("/api/projects?overdue=" + light).json().path("items"))
                    .isNotEmpty();
        }
        assertThat(types())
                .containsKeys(
                        "MilestoneDateCorrected",
                        "EntryRetracted",
                        "ProfileAmended",
                        "InvestmentRevised",
                        "ProjectAssigned",
                        "ProjectWithdrawn",
                        "ProjectReopened",
                        "PermitWaived",
                        "FullCapacityReached");
    }

    @Test
    void a_funnel_of_the_past_was_believed_otherwise_then() {
        String funnel = "/api/funnel?industry=CARBON_FIBER&asOf=2021-11-30";

        assertThat(counts(api.get(funnel).json().path("stages"))).contains("CONSTRUCTION 1, PRODUCTION 1");
        assertThat(counts(
                        api.get(funnel + "&knownAt=2023-12-31T00:00:00Z").json().path("stages")))
                .contains("PERMITTING 1, CONSTRUCTION 0, PRODUCTION 1");
        assertThat(counts(
                        api.get(funnel + "&knownAt=2021-09-10T00:00:00Z").json().path("stages")))
                .contains("PERMITTING 0, CONSTRUCTION 0, PRODUCTION 1");
    }

    @Test
    void the_second_phase_of_shenying_is_told_as_the_sources_published_it() {
        String id = api.get("/api/projects?q=GH-P001")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        List<String> history = new ArrayList<>();
        api.get("/api/projects/" + id + "/history")
                .json()
                .path("items")
                .forEach(e -> history.add(e.path("recordedAt").asString().substring(0, 10) + " "
                        + e.path("type").asString() + " " + e.path("occurredOn").asString()));

        assertThat(history)
                .containsExactly(
                        "2021-09-13 LeadRegistered 2021-09-08",
                        "2021-09-13 IntentSigned 2021-09-08",
                        "2021-09-13 ContractSigned 2021-09-08",
                        "2023-08-01 PermittingBegun 2021-09-30",
                        "2023-08-01 ConstructionStarted 2021-12-31",
                        "2023-08-01 ProductionCommenced 2023-06-30",
                        "2024-01-16 MilestoneDateCorrected 2021-10-31",
                        "2024-01-16 MilestoneDateCorrected 2023-05-24",
                        "2024-05-09 ContactLogged 2024-03-31");
    }

    @Test
    void the_nine_projects_of_the_article_are_there_and_what_is_invented_says_so() {
        assertThat(api.get("/api/projects?q=GH-P00").json().path("items").size())
                .isEqualTo(9);
        for (JsonNode project : api.get("/api/projects?q=XG-&limit=500").json().path("items")) {
            assertThat(project.path("name").asString()).contains("虚构");
            assertThat(project.path("enterprise").path("name").asString()).contains("虚构");
        }
    }

    private Map<String, Integer> types() {
        Map<String, Integer> types = new TreeMap<>();
        for (LoggedEvent event : log.after(0, EVENTS)) {
            types.merge(event.type(), 1, Integer::sum);
        }
        return types;
    }

    private static String counts(JsonNode stages) {
        List<String> counts = new ArrayList<>();
        stages.forEach(s ->
                counts.add(s.path("stage").asString() + " " + s.path("count").asInt()));
        return String.join(", ", counts);
    }
}
