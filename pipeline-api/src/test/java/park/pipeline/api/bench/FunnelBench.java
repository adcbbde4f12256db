package park.pipeline.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.PipelineTest;
import park.pipeline.api.imports.RealPipeline;
import tools.jackson.databind.JsonNode;

/** How long the funnel of any day takes, as known at any instant, on a real pipeline, beside a look-up of one project. */
@PipelineTest
class FunnelBench {
    private static final long SEED = 20261124;
    private static final int QUESTIONS = 3_000;
    private static final int WARM_UP = 1_000;

    private final Random random = new Random(SEED);

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void fileDatabase(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", FileDatabase::newUrl);
    }

    @Test
    void milliseconds_a_question() {
        Api api = Api.at(port);
        Instant start = Instant.now();
        assertThat(RealPipeline.importInto(api).path("accepted").asInt()).isEqualTo(3_105);
        Instant end = Instant.now();
        JsonNode projects = api.get("/api/projects?limit=500").json().path("items");
        List<Double> funnel = new ArrayList<>();
        List<Double> known = new ArrayList<>();
        List<Double> lookUp = new ArrayList<>();
        for (int i = 0; i < WARM_UP + QUESTIONS; i++) {
            LocalDate day = LocalDate.of(1995, 1, 1).plusDays(random.nextInt(10_000));
            Instant instant =
                    start.plusNanos((long) (random.nextDouble() * (end.toEpochMilli() - start.toEpochMilli()) * 1e6));
            funnel.add(millis(api, "/api/funnel?asOf=" + day));
            known.add(millis(api, "/api/funnel?asOf=" + day + "&knownAt=" + instant));
            String id =
                    projects.path(random.nextInt(projects.size())).path("id").asString();
            lookUp.add(millis(api, "/api/projects/" + id));
        }
        print("funnel of any day", funnel);
        print("the same as known at any instant", known);
        print("one project by its id", lookUp);
    }

    private static double millis(Api api, String question) {
        long start = System.nanoTime();
        Answer answer = api.get(question);
        double millis = (System.nanoTime() - start) / 1e6;
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return millis;
    }

    private static void print(String what, List<Double> millis) {
        Measured measured = Measured.of(millis.subList(WARM_UP, millis.size()));
        System.out.printf(
                "bench reads: %s: p50 %.1f ms, p99 %.1f ms over %,d questions, 3,105 projects, seed %d, %d cores, H2 file%n",
                what,
                measured.percentile(50),
                measured.percentile(99),
                QUESTIONS,
                SEED,
                Runtime.getRuntime().availableProcessors());
    }
}
