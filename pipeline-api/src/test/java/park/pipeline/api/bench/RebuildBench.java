package park.pipeline.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.PipelineTest;
import tools.jackson.databind.JsonNode;

/** How fast views are built again from the log and everything is verified, and what readers notice of it. */
@PipelineTest
class RebuildBench {
    private static final int ROWS = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int QUESTIONS = 200;

    @LocalServerPort
    int port;

    private Api api;

    @DynamicPropertySource
    static void fileDatabase(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", FileDatabase::newUrl);
    }

    @Test
    void events_a_second() {
        api = Api.at(port);
        ended(api, api.upload("/api/imports", new GeneratedPipeline(7).csv(ROWS)), "status");
        long head = Long.parseLong(
                api.as("auditor").get("/api/audit/events?limit=1").header("Pipeline-Position"));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> api.as("admin").get("/api/admin/views").json().path("items"),
                        views -> views.valueStream()
                                .allMatch(v -> v.path("position").asLong() == head));
        List<Double> alone = questions(() -> false);
        List<Double> beside = new ArrayList<>();
        for (String view : List.of("project", "funnel", "stage", "history")) {
            long start = System.nanoTime();
            Answer started = api.as("admin").post("/api/admin/views/" + view + "/rebuild", "");
            beside.addAll(questions(() -> running(started)));
            JsonNode done = ended(api.as("admin"), started, "state");
            assertThat(done.path("identical").asBoolean()).as(done.toString()).isTrue();
            System.out.printf(
                    "bench rebuild: %s: %,d events taken in at %,d/s; %,d rows compared; %.1f s in all%n",
                    view,
                    done.path("total").asLong(),
                    done.path("eventsPerSecond").asLong(),
                    done.path("rows").asLong(),
                    (System.nanoTime() - start) / 1e9);
        }
        Measured idle = Measured.of(alone);
        Measured busy = Measured.of(beside);
        System.out.printf(
                "bench rebuild: funnel meanwhile p50 %.1f ms, p99 %.1f ms; alone p50 %.1f ms, p99 %.1f ms; %d cores, H2 file%n",
                busy.percentile(50),
                busy.percentile(99),
                idle.percentile(50),
                idle.percentile(99),
                Runtime.getRuntime().availableProcessors());
        JsonNode verified = ended(api.as("auditor"), api.as("auditor").post("/api/audit/verifications", ""), "state");
        assertThat(verified.path("ok").asBoolean()).as(verified.toString()).isTrue();
        System.out.printf(
                "bench verify: %,d events, %,d checkpoints and four views in %.1f s%n",
                verified.path("leaves").asLong(),
                verified.path("checkpointsChecked").asLong(),
                Duration.between(
                                        Instant.parse(verified.path("startedAt").asString()),
                                        Instant.parse(
                                                verified.path("finishedAt").asString()))
                                .toMillis()
                        / 1e3);
    }

    private interface Running {
        boolean now();
    }

    /** Asks while it runs, and so many times at the least. */
    private List<Double> questions(Running running) {
        List<Double> millis = new ArrayList<>();
        while (millis.size() < QUESTIONS || running.now()) {
            long start = System.nanoTime();
            Answer answer = api.get("/api/funnel?asOf=2022-06-30");
            millis.add((System.nanoTime() - start) / 1e6);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        }
        return millis;
    }

    private boolean running(Answer started) {
        return api.as("admin")
                .get(started.header("Location"))
                .json()
                .path("state")
                .asString()
                .equals("RUNNING");
    }

    private static JsonNode ended(Api who, Answer started, String state) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> who.get(started.header("Location")).json(),
                        job -> !job.path(state).asString().equals("RUNNING"));
    }
}
