package park.pipeline.api.bench;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import park.pipeline.api.Api;
import park.pipeline.api.pages.BrowserTest;
import park.pipeline.api.pages.Visitor;
import park.pipeline.api.pages.Visitors;

/** Pages over many projects, in a browser: {@code -Dbench.projects}, 100,000 if nothing is said. */
@BrowserTest
class PaintBench {
    private static final long SEED = 20261125;
    private static final int PROJECTS = Integer.getInteger("bench.projects", 100_000);

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void fileDatabase(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", FileDatabase::newUrl);
    }

    @Test
    void milliseconds_to_the_first_paint_and_to_the_last(Visitors visitors) {
        Api api = Api.at(port);
        String job = api.upload("/api/imports", new GeneratedPipeline(SEED).csv(PROJECTS))
                .header("Location");
        Awaitility.await()
                .atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> !api.get("/api/imports?limit=1").json().toString().contains("RUNNING"));
        String counts =
                api.get("/api/imports?limit=1").json().path("items").path(0).toString();
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> api.as("admin")
                        .get("/api/admin/views")
                        .json()
                        .path("items")
                        .valueStream()
                        .allMatch(v -> v.path("lagEvents").asLong() == 0));
        System.out.printf("bench pages: %,d rows imported, seed %d: %s %s%n", PROJECTS, SEED, job, counts);
        Visitor leader = visitors.zh("leader");
        String many = String.format("%,d projects", PROJECTS);
        PaintRounds.print("overview, " + many, leader, "/", "#trend svg");
        PaintRounds.print("overview of any day, " + many, leader, "/?asOf=2020-06-30", "#trend svg");
        PaintRounds.print("board, " + many, leader, "/board", ".board-card");
        PaintRounds.print("projects, " + many, leader, "/projects", "#projects-table tbody tr");
        PaintRounds.print("analysis, " + many, leader, "/analysis", "#conversion svg");
    }
}
