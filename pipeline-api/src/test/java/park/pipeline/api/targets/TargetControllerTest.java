package park.pipeline.api.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Leads;
import park.pipeline.api.PipelineTest;
import tools.jackson.databind.JsonNode;

/** What a year is to bring, beside what it has brought. */
@PipelineTest
class TargetControllerTest {
    @LocalServerPort
    int port;

    private Api api;
    private Leads leads;

    @BeforeEach
    void aTeam() {
        api = Api.at(port);
        leads = new Leads(api);
    }

    @Test
    void targets_are_set_by_administrators_and_seen_by_all() {
        assertThat(put("2041", "{'contracts':30,'contractInvestmentCny':12000000000,'constructionStarts':15}")
                        .at("/contracts/target")
                        .asInt())
                .isEqualTo(30);
        for (String who : new String[] {"promoter", "leader", "auditor", "admin"}) {
            JsonNode seen = api.as(who).get("/api/targets/2041").json();
            assertThat(seen.at("/contractInvestmentCny/target").asLong()).isEqualTo(12_000_000_000L);
            assertThat(seen.at("/constructionStarts/target").asInt()).isEqualTo(15);
            assertThat(seen.at("/productions/target").isNull()).isTrue();
            assertThat(seen.at("/productions/reached").asInt()).isZero();
        }
        assertThat(put("2041", "{'productions':4}").at("/contracts/target").isNull())
                .as("set as a whole")
                .isTrue();
        assertThat(api.get("/api/targets/2040").json().at("/contracts/target").isNull())
                .isTrue();
        assertThat(api.as("leader").send("PUT", "/api/admin/targets/2041", "{}").problem())
                .isEqualTo("403 forbidden");
    }

    @Test
    void reached_counts_the_first_entry_of_each_project_and_its_investment_on_that_day() {
        String one = leads.register("2022-01-05", 5_000_000L);
        signContract(one, "2023-03-01", ",'investmentCny':7000000");
        leads.does(one, "revise-investment", "{'occurredOn':'2023-04-01','investmentCny':9000000,'reason':'r'}");
        leads.does(one, "withdraw", "{'occurredOn':'2023-05-01','reasonCode':'MARKET'}");
        leads.does(one, "reopen", "{'occurredOn':'2024-02-01'}");
        leads.does(one, "begin-permitting", "{'occurredOn':'2024-02-10','requiredPermits':[]}");
        leads.does(one, "start-construction", "{'occurredOn':'2024-03-01'}");
        String two = leads.register("2023-01-05", null);
        signContract(two, "2023-12-31", "");
        String three = leads.register("2023-01-05", 1_000_000L);
        signContract(three, "2024-01-01", "");

        JsonNode of2023 = leads.get("/api/targets/2023").json();
        assertThat(of2023.at("/contracts/reached").asInt()).isEqualTo(2);
        assertThat(of2023.at("/contractInvestmentCny/reached").asLong()).isEqualTo(7_000_000);
        assertThat(of2023.at("/constructionStarts/reached").asInt()).isZero();
        JsonNode of2024 = leads.get("/api/targets/2024").json();
        assertThat(of2024.at("/contracts/reached").asInt())
                .as("the reopened one was counted before")
                .isEqualTo(1);
        assertThat(of2024.at("/contractInvestmentCny/reached").asLong()).isEqualTo(1_000_000);
        assertThat(of2024.at("/constructionStarts/reached").asInt()).isEqualTo(1);
        assertThat(leads.get("/api/targets/2023?asOf=2023-12-30")
                        .json()
                        .at("/contracts/reached")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void corrections_count_and_what_was_known_before_them_can_still_be_asked() {
        String project = leads.register("2023-01-05", 1_000_000L);
        signContract(project, "2024-01-02", "");
        leads.get("/api/projects");
        Instant known = Instant.parse(
                api.get(project).json().at("/milestones/2/recordedAt").asString());
        leads.does(project, "correct-date", "{'stage':'CONTRACT','occurredOn':'2023-12-30','reason':'r'}");

        assertThat(leads.get("/api/targets/2023")
                        .json()
                        .at("/contracts/reached")
                        .asInt())
                .isEqualTo(1);
        assertThat(leads.get("/api/targets/2024")
                        .json()
                        .at("/contracts/reached")
                        .asInt())
                .isZero();
        assertThat(leads.get("/api/targets/2024?knownAt=" + known)
                        .json()
                        .at("/contracts/reached")
                        .asInt())
                .isEqualTo(1);
        leads.does(project, "retract", "{'reason':'r'}");
        assertThat(leads.get("/api/targets/2023")
                        .json()
                        .at("/contracts/reached")
                        .asInt())
                .isZero();
    }

    @Test
    void bad_input_is_refused() {
        Api admin = api.as("admin");
        assertThat(admin.send("PUT", "/api/admin/targets/2041", "{\"contracts\":-1}")
                        .problem())
                .isEqualTo("422 invalid-fields[contracts:out-of-range]");
        assertThat(admin.send("PUT", "/api/admin/targets/2041", "{\"contracts\":1.5}")
                        .problem())
                .isEqualTo("400 malformed");
        assertThat(admin.send("PUT", "/api/admin/targets/2041", "{\"leads\":1}").problem())
                .isEqualTo("400 malformed");
        assertThat(admin.send("PUT", "/api/admin/targets/20411", "{}").problem())
                .isEqualTo("404 not-found");
        assertThat(api.get("/api/targets/1899").problem()).isEqualTo("404 not-found");
        assertThat(api.get("/api/targets/x").problem()).isEqualTo("404 not-found");
        assertThat(api.get("/api/targets/2023?from=2023-01-01").problem()).isEqualTo("400 malformed");
    }

    private void signContract(String project, String day, String more) {
        leads.does(project, "open-negotiation", "{'occurredOn':'2023-01-05'}");
        leads.does(project, "sign-contract", "{'occurredOn':'%s'%s}".formatted(day, more));
    }

    private JsonNode put(String year, String body) {
        Api.Answer answer = api.as("admin").send("PUT", "/api/admin/targets/" + year, body.replace('\'', '"'));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }
}
