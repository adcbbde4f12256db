package park.pipeline.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import park.pipeline.api.Api;
import tools.jackson.databind.JsonNode;

/** A whole real pipeline, with numbers that were counted independently of this service. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:real;DB_CLOSE_DELAY=-1",
            "pipeline.data-dir=target/test-data/real",
            "pipeline.demo.data=false",
            "PIPELINE_DEMO_PASSWORD=" + Api.PASSWORD
        })
@ActiveProfiles("demo")
class RealPipelineTest {
    private static Api api;
    private static JsonNode first;
    private static JsonNode again;

    @BeforeAll
    static void importTwice(@LocalServerPort int port) {
        api = Api.at(port);
        first = RealPipeline.importInto(api);
        again = RealPipeline.importInto(api);
    }

    @Test
    void rows_with_errors_are_named_and_the_rest_is_taken_once() {
        assertThat(first.path("accepted").asInt()).isEqualTo(3_105);
        assertThat(first.path("rejected").asInt()).isEqualTo(104);
        Map<String, Integer> codes = new TreeMap<>();
        first.path("errors").forEach(e -> codes.merge(e.path("code").asString(), 1, Integer::sum));
        assertThat(codes).isEqualTo(Map.of("no-date", 71, "out-of-order-date", 33));
        assertThat(again.path("unchanged").asInt()).isEqualTo(3_105);
        assertThat(again.path("accepted").asInt()).isZero();
    }

    @Test
    void the_funnel_of_the_end_of_2015() {
        List<String> rows = new ArrayList<>();
        api.get("/api/funnel?asOf=2015-12-31").json().path("stages").forEach(s -> {
            if (s.path("count").asInt() > 0) {
                rows.add("%s %d %d %d"
                        .formatted(
                                s.path("stage").asString(),
                                s.path("count").asInt(),
                                s.path("investmentCny").asLong(),
                                s.path("investmentKnown").asInt()));
            }
        });
        assertThat(rows)
                .containsExactly(
                        "LEAD 277 22924400000 276",
                        "PERMITTING 404 50848400000 401",
                        "CONSTRUCTION 126 7734400000 126",
                        "PRODUCTION 902 63454800000 899",
                        "WITHDRAWN 631 47444400000 630");
    }

    @Test
    void the_durations_as_of_mid_2021() {
        List<String> rows = new ArrayList<>();
        api.get("/api/funnel/durations?asOf=2021-06-30").json().path("stages").forEach(s -> {
            if (s.path("completed").asInt() > 0) {
                rows.add("%s %d / %d over %d"
                        .formatted(
                                s.path("stage").asString(),
                                s.path("medianDays").asInt(),
                                s.path("p90Days").asInt(),
                                s.path("completed").asInt()));
            }
        });
        assertThat(rows)
                .containsExactly(
                        "LEAD 184 / 987 over 2863",
                        "PERMITTING 435 / 1592 over 1507",
                        "CONSTRUCTION 143 / 671 over 884");
    }

    @Test
    void the_conversion_of_the_leads_of_2010_to_2012() {
        JsonNode conversion = api.get("/api/funnel/conversion?cohortFrom=2010-01-01&cohortTo=2012-12-31")
                .json();
        Map<String, Integer> reached = new TreeMap<>();
        conversion
                .path("stages")
                .forEach(s -> reached.put(
                        s.path("stage").asString(), s.path("reached").asInt()));

        assertThat(conversion.path("cohort").asInt()).isEqualTo(504);
        assertThat(conversion.path("withdrawn").asInt()).isEqualTo(207);
        assertThat(conversion.path("open").asInt()).isEqualTo(29);
        assertThat(reached)
                .containsEntry("PERMITTING", 335)
                .containsEntry("CONSTRUCTION", 279)
                .containsEntry("PRODUCTION", 268);
    }
}
