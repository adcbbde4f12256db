package park.pipeline.api.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.PipelineTest;
import tools.jackson.databind.JsonNode;

/** All nineteen commands over HTTP, and what can be read after them. */
@PipelineTest
class LifeOfAProjectTest {
    @LocalServerPort
    int port;

    private Api api;

    @BeforeEach
    void client() {
        api = Api.at(port);
    }

    private String register(String name) {
        Answer answer = api.command("/api/projects", """
                {'name':'%s','enterprise':{'name':'某公司 %s'},'industry':'LITHIUM','occurredOn':'2023-01-05'}
                """.formatted(name, UUID.randomUUID()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.header("Location");
    }

    private void does(String project, String command, String body) {
        Answer answer = api.command(project + "/" + command, body);
        assertThat(answer.status()).as("%s: %s", command, answer).isEqualTo(200);
    }

    @Test
    void a_lead_becomes_a_factory_at_full_capacity() {
        String project = register("六氟磷酸锂");
        does(
                project,
                "log-contact",
                "{'occurredOn':'2023-01-06','channel':'VISIT','summary':'首次来访\\n座谈','place':'西宁'}");
        does(project, "open-negotiation", "{'occurredOn':'2023-01-10'}");
        does(project, "assign", "{'occurredOn':'2023-01-11','team':'锂电组','owner':'李伟'}");
        does(project, "sign-intent", "{'occurredOn':'2023-02-01','investmentCny':500000000,'documentNo':'意向-1'}");
        does(project, "sign-contract", "{'occurredOn':'2023-03-01','investmentCny':600000000,'landMu':120.5}");
        does(project, "begin-permitting", "{'occurredOn':'2023-03-05','requiredPermits':['FILING','EIA']}");
        does(project, "grant-permit", "{'occurredOn':'2023-04-01','permit':'FILING','documentNo':'备-7'}");
        does(project, "waive-permit", "{'occurredOn':'2023-04-02','permit':'EIA','reason':'登记表备案'}");
        does(project, "start-construction", "{'occurredOn':'2023-05-01'}");
        does(project, "report-progress", "{'occurredOn':'2023-06-30','percent':30,'paidInCny':90000000}");
        does(project, "revise-investment", "{'occurredOn':'2023-07-01','investmentCny':650000000,'reason':'增购设备'}");
        does(project, "commence-production", "{'occurredOn':'2024-01-01','capacity':{'value':14000,'unit':'t/a'}}");
        does(project, "reach-full-capacity", "{'occurredOn':'2024-06-30','precision':'QUARTER'}");
        does(project, "amend", "{'occurredOn':'2024-07-01','origin':'32','chainEffect':'FILL','reason':'补录'}");
        does(project, "correct-date", "{'occurredOn':'2024-01-15','stage':'PRODUCTION','reason':'日期有误'}");

        Answer answer = api.get(project);
        JsonNode now = answer.json();
        assertThat(answer.header("ETag")).isEqualTo("\"16\"");
        assertThat(now.path("stage").asString()).isEqualTo("FULL_CAPACITY");
        assertThat(now.path("investmentCny").asLong()).isEqualTo(650_000_000);
        assertThat(now.path("paidInCny").asLong()).isEqualTo(90_000_000);
        assertThat(now.path("percent").asInt()).isEqualTo(30);
        assertThat(now.path("capacity").toString()).isEqualTo("{\"value\":14000,\"unit\":\"t/a\"}");
        assertThat(now.path("landMu").asString()).isEqualTo("120.5");
        assertThat(now.path("origin").asString()).isEqualTo("32");
        assertThat(now.path("permits").toString())
                .isEqualTo(
                        "[{\"permit\":\"FILING\",\"status\":\"GRANTED\",\"occurredOn\":\"2023-04-01\","
                                + "\"documentNo\":\"备-7\"},{\"permit\":\"EIA\",\"status\":\"WAIVED\",\"occurredOn\":\"2023-04-02\"}]");
        assertThat(now.has("withdrawnFrom")).isFalse();
        assertThat(stagesOf(now))
                .containsExactly(
                        "LEAD 2023-01-05",
                        "NEGOTIATION 2023-01-10",
                        "INTENT 2023-02-01",
                        "CONTRACT 2023-03-01",
                        "PERMITTING 2023-03-05",
                        "CONSTRUCTION 2023-05-01",
                        "PRODUCTION 2024-01-15",
                        "FULL_CAPACITY 2024-06-30");
    }

    @Test
    void a_day_in_the_past_shows_the_project_as_it_stood() {
        String project = register("as of");
        does(project, "open-negotiation", "{'occurredOn':'2023-02-01'}");
        does(project, "withdraw", "{'occurredOn':'2023-03-01','reasonCode':'MARKET'}");

        JsonNode then = api.get(project + "?asOf=2023-01-31").json();
        assertThat(then.path("stage").asString()).isEqualTo("LEAD");
        assertThat(then.path("version").asInt()).isEqualTo(3);
        JsonNode now = api.get(project).json();
        assertThat(now.path("withdrawnFrom").asString()).isEqualTo("NEGOTIATION");
        assertThat(api.get(project + "?asOf=2023-01-04").problem()).isEqualTo("404 not-found");
    }

    @Test
    void an_instant_before_a_correction_answers_as_before_it() {
        String project = register("as known");
        Answer negotiation = api.command(project + "/open-negotiation", "{'occurredOn':'2023-02-01'}");
        String known = negotiation.json().path("recordedAt").asString();
        does(project, "correct-date", "{'stage':'NEGOTIATION','occurredOn':'2023-02-10','reason':'记错'}");
        does(project, "retract", "{'reason':'未发生'}");

        Answer before = api.get(project + "?knownAt=" + known);
        assertThat(stagesOf(before.json())).containsExactly("LEAD 2023-01-05", "NEGOTIATION 2023-02-01");
        assertThat(before.header("ETag")).isEmpty();
        assertThat(stagesOf(api.get(project).json())).containsExactly("LEAD 2023-01-05");
    }

    @Test
    void the_history_says_who_did_what_and_what_is_corrected() {
        String project = register("history");
        does(project, "open-negotiation", "{'occurredOn':'2023-02-01','note':'第一次'}");
        Answer retracted = api.command(project + "/retract", "{'reason':'错录'}");

        Answer page = api.with("Pipeline-Min-Position", retracted.header("Pipeline-Position"))
                .get(project + "/history");
        JsonNode items = page.json().path("items");
        assertThat(items.size()).isEqualTo(3);
        assertThat(items.get(1).path("data").toString()).isEqualTo("{\"note\":\"第一次\"}");
        assertThat(items.get(1).path("stageAfter").asString()).isEqualTo("NEGOTIATION");
        assertThat(items.get(2).path("corrects").asString())
                .isEqualTo(items.get(1).path("eventId").asString());
        assertThat(items.get(2).path("occurredOn").isNull()).isTrue();
        assertThat(items.get(2).path("stageAfter").asString()).isEqualTo("LEAD");
        assertThat(items.get(2).path("actor").asString()).isEqualTo("promoter");
        assertThat(page.json().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void a_stale_version_is_refused_and_leaves_nothing_behind() {
        String project = register("stale");
        does(project, "open-negotiation", "{'occurredOn':'2023-02-01'}");

        Answer stale = api.with("If-Match", "\"1\"").command(project + "/sign-intent", "{'occurredOn':'2023-03-01'}");

        assertThat(stale.problem()).isEqualTo("412 stale-version");
        assertThat(api.get(project).json().path("version").asInt()).isEqualTo(2);
        for (String malformed : List.of("2", "W/\"2\"", "\"x\"", "\"1\", \"2\"")) {
            assertThat(api.with("If-Match", malformed)
                            .command(project + "/sign-intent", "{'occurredOn':'2023-03-01'}")
                            .problem())
                    .isEqualTo("400 malformed");
        }
        assertThat(api.with("If-Match", "*")
                        .command(project + "/sign-intent", "{'occurredOn':'2023-03-01'}")
                        .status())
                .isEqualTo(200);
    }

    private static List<String> stagesOf(JsonNode project) {
        List<String> stages = new ArrayList<>();
        project.path("milestones")
                .forEach(m -> stages.add(
                        m.path("stage").asString() + " " + m.path("occurredOn").asString()));
        return stages;
    }
}
