package park.pipeline.api.project;

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

/** A waiver may name its document since its second revision; one without is what it always was. */
@PipelineTest
class WaivePermitTest {
    @LocalServerPort
    int port;

    private Api api;
    private String project;
    private String position;

    @BeforeEach
    void two_waivers() {
        api = Api.at(port);
        Leads leads = new Leads(api);
        project = leads.register("2023-01-05", 100L);
        leads.does(project, "open-negotiation", "{'occurredOn':'2023-01-10'}");
        leads.does(project, "sign-contract", "{'occurredOn':'2023-02-01'}");
        position = leads.does(
                        project, "begin-permitting", "{'occurredOn':'2023-03-01','requiredPermits':['EIA','LAND']}")
                .header("Pipeline-Position");
        leads.does(project, "waive-permit", "{'occurredOn':'2023-03-02','permit':'EIA','reason':'豁免'}");
        leads.does(
                project,
                "waive-permit",
                "{'occurredOn':'2023-03-03','permit':'LAND','reason':'已有用地','documentNo':'LH-2'}");
    }

    @Test
    void its_document_stands_where_that_of_a_grant_does() {
        assertThat(api.get(project).json().path("permits")).hasToString("""
                        [{"permit":"EIA","status":"WAIVED","occurredOn":"2023-03-02"},\
                        {"permit":"LAND","status":"WAIVED","occurredOn":"2023-03-03","documentNo":"LH-2"}]""");
        JsonNode last = api.get(project + "/replay").json().path("items").get(5);
        assertThat(last.path("documentNo").asString()).isEqualTo("LH-2");
        assertThat(last.path("reason").asString()).isEqualTo("已有用地");
    }

    @Test
    void the_log_has_both_revisions_each_as_it_was_written() {
        List<String> lines = new ArrayList<>();
        api.as("auditor")
                .with("Accept", "application/json")
                .get("/api/audit/events?limit=500&after=" + position)
                .json()
                .path("items")
                .forEach(line -> lines.add(line.path("revision") + " " + line.path("data")));
        assertThat(lines)
                .startsWith(
                        "1 {\"permit\":\"EIA\",\"reason\":\"豁免\"}",
                        "2 {\"documentNo\":\"LH-2\",\"permit\":\"LAND\",\"reason\":\"已有用地\"}");
    }

    @Test
    void a_document_number_that_is_too_long_is_refused() {
        assertThat(api.command(
                                project + "/waive-permit",
                                "{'occurredOn':'2023-03-04','permit':'SAFETY','reason':'x','documentNo':'%s'}"
                                        .formatted("x".repeat(101)))
                        .problem())
                .isEqualTo("422 invalid-fields[documentNo:too-long]");
    }
}
