package park.pipeline.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.PipelineTest;
import tools.jackson.databind.JsonNode;

/** How many rows a second an import takes on the H2 file database, and whether the views keep up with it. */
@PipelineTest
class ImportBench {
    private static final long SEED = 20261124;
    private static final int WARM_UP = 2_000;
    private static final int ROWS = 20_000;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void fileDatabase(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", FileDatabase::newUrl);
    }

    @Test
    void rows_a_second() {
        Api api = Api.at(port);
        GeneratedPipeline pipeline = new GeneratedPipeline(SEED);
        byte[] rows = pipeline.csv(WARM_UP + ROWS);
        int cut = 0;
        for (int line = 0; line <= WARM_UP; cut++) {
            line += rows[cut] == '\n' ? 1 : 0;
        }
        byte[] first = Arrays.copyOf(rows, cut);
        run(api, first);
        long start = System.nanoTime();
        JsonNode done = run(api, rows);
        double imported = seconds(start);
        long head = viewsReach(api);
        double visible = seconds(start);
        assertThat(done.path("accepted").asInt()).isEqualTo(ROWS);
        System.out.printf(
                "bench import: %,d rows, log at %,d; %,.0f rows/s written, %,.0f rows/s visible in every view"
                        + " (views %.2f s behind at the end), seed %d, %d cores, H2 file%n",
                ROWS,
                head,
                ROWS / imported,
                ROWS / visible,
                visible - imported,
                SEED,
                Runtime.getRuntime().availableProcessors());
        assertThat(ROWS / visible).as("rows a second").isGreaterThanOrEqualTo(300);
    }

    private static JsonNode run(Api api, byte[] file) {
        Answer started = api.upload("/api/imports", file);
        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        return Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> api.get(started.header("Location")).json(),
                        job -> !job.path("status").asString().equals("RUNNING"));
    }

    private static long viewsReach(Api api) {
        JsonNode views = Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> api.as("admin").get("/api/admin/views").json().path("items"), items -> {
                    boolean all = !items.isEmpty();
                    for (JsonNode view : items) {
                        all &= view.path("lagEvents").asLong() == 0;
                    }
                    return all;
                });
        return views.get(0).path("head").asLong();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
