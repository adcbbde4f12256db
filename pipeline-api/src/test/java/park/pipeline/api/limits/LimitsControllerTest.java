package park.pipeline.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Leads;
import park.pipeline.api.PipelineTest;
import tools.jackson.databind.JsonNode;

/** Limits that are set while the service runs, and the lights that follow them. */
@PipelineTest
class LimitsControllerTest {
    @LocalServerPort
    int port;

    private Api api;
    private Leads leads;

    @BeforeEach
    void aLeadThatIsFiftyDaysOld() {
        api = Api.at(port);
        leads = new Leads(api);
        LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        leads.register(today.minusDays(50).toString(), null);
    }

    @AfterEach
    void asTheyWere() {
        set("[]");
    }

    @Test
    void lights_follow_at_once_in_lists_filters_and_on_the_board() {
        assertThat(light()).isNull();

        JsonNode lead = set("[{'stage':'LEAD','days':40}]").at("/stages/0");
        assertThat(lead.path("days").asInt()).isEqualTo(40);
        assertThat(lead.path("setting").asInt()).isEqualTo(60);
        assertThat(lead.path("actor").asString()).isEqualTo("admin");
        assertThat(light()).isEqualTo("YELLOW");
        assertThat(overdue("YELLOW")).isEqualTo(1);
        assertThat(leads.get("/api/board").json().at("/columns/0/cards/0/light").asString())
                .isEqualTo("YELLOW");

        set("[{'stage':'LEAD','days':33}]");
        assertThat(light()).isEqualTo("RED");
        assertThat(overdue("YELLOW")).isZero();
        assertThat(overdue("RED")).isEqualTo(1);

        assertThat(set("[{'stage':'LEAD','days':null}]").at("/stages/0/actor").isNull())
                .isTrue();
        assertThat(light()).isNull();
    }

    @Test
    void all_see_them_and_only_administrators_set_them() {
        for (String who : new String[] {"promoter", "leader", "auditor", "admin"}) {
            assertThat(api.as(who).get("/api/limits").json().path("stages")).hasSize(6);
        }
        for (String who : new String[] {"promoter", "leader", "auditor"}) {
            assertThat(put(who, "[]").problem()).isEqualTo("403 forbidden");
        }
    }

    @Test
    void what_is_no_limit_is_refused_whole() {
        assertThat(put("admin", "[{'stage':'LEAD','days':40},{'stage':'INTENT','days':0}]")
                        .problem())
                .isEqualTo("422 invalid-fields[stages[1].days:out-of-range]");
        assertThat(put("admin", "[{'stage':'LEAD','days':36501}]").problem())
                .isEqualTo("422 invalid-fields[stages[0].days:out-of-range]");
        assertThat(put("admin", "[{'stage':'WITHDRAWN','days':4}]").problem())
                .isEqualTo("422 invalid-fields[stages[0].stage:unknown-code]");
        assertThat(put("admin", "[{'stage':'LEAD','days':'4'}]").problem()).isEqualTo("400 malformed");
        assertThat(put("admin", "[{'days':4}]").problem()).isEqualTo("422 invalid-fields[stages[0].stage:required]");
        assertThat(light()).isNull();
        assertThat(put("admin", "[{'stage':'LEAD','days':1},{'stage':'INTENT','days':36500}]")
                        .status())
                .isEqualTo(200);
    }

    private String light() {
        JsonNode light = leads.get("/api/projects").json().at("/items/0/light");
        return light.isNull() ? null : light.asString();
    }

    private int overdue(String light) {
        return leads.get("/api/projects?overdue=" + light).json().path("items").size();
    }

    private JsonNode set(String stages) {
        Api.Answer answer = put("admin", stages);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private Api.Answer put(String who, String stages) {
        return api.as(who).send("PUT", "/api/admin/limits", ("{'stages':" + stages + "}").replace('\'', '"'));
    }
}
