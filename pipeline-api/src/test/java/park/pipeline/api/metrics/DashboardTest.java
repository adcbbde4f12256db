package park.pipeline.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.Leads;
import park.pipeline.api.PipelineTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the dashboard draws is what the service tells. */
@PipelineTest
class DashboardTest {
    private static final Path DASHBOARD = Path.of("..", "docs", "operations", "grafana-dashboard.json");

    @LocalServerPort
    int port;

    @Test
    void every_metric_of_the_dashboard_is_told() throws IOException {
        Leads leads = new Leads(Api.at(port));
        leads.register("2023-01-05", 1_000_000L);
        leads.get("/api/funnel");
        String told =
                Api.at(port).as("admin").get("/actuator/prometheus").response().body();
        Set<String> names = told.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0])
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> drawn = new TreeSet<>();
        for (JsonNode panel :
                new JsonMapper().readTree(Files.readString(DASHBOARD)).path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                Pattern.compile("\\b(?:pipeline|http|jvm|hikaricp)_[a-z_]+")
                        .matcher(target.path("expr").asString())
                        .results()
                        .map(MatchResult::group)
                        .forEach(drawn::add);
            }
        }
        assertThat(drawn).hasSizeGreaterThan(15);
        assertThat(names).containsAll(drawn);
    }

    @Test
    void groups_and_events_are_counted() {
        Leads leads = new Leads(Api.at(port));
        double before = value("pipeline_log_events_total");
        leads.register("2023-01-05", 1_000_000L);
        assertThat(value("pipeline_log_events_total")).isGreaterThanOrEqualTo(before + 1);
        assertThat(value("pipeline_log_group_commands_count")).isPositive();
    }

    @Test
    void a_refusal_by_memory_alone_is_counted_as_decided_again() {
        Api api = Api.at(port);
        Leads leads = new Leads(api);
        String project = leads.register("2023-01-05", 1_000_000L);
        String again = "pipeline_commands_decided_again_total";
        double before = value(again);
        leads.does(project, "open-negotiation", "{'occurredOn':'2023-02-01'}");
        assertThat(value(again)).isEqualTo(before);

        Answer refused = api.command(project + "/open-negotiation", "{'occurredOn':'2023-02-01'}");

        assertThat(refused.problem()).isEqualTo("409 wrong-stage");
        assertThat(value(again)).isEqualTo(before + 1);
    }

    @Test
    void nobody_but_an_administrator_is_told() {
        assertThat(Api.at(port).get("/actuator/prometheus").status()).isEqualTo(403);
        assertThat(Api.at(port).as("").get("/actuator/prometheus").status()).isEqualTo(401);
    }

    private double value(String name) {
        return Api.at(port)
                .as("admin")
                .get("/actuator/prometheus")
                .response()
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }
}
