package park.pipeline.api.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A demo whose first start was killed half-way is whole after the second. */
class DemoCutShortIT {
    private static final String HALF_WAY = "Demo data: 400 of 1004";

    @TempDir
    Path folder;

    @Test
    void the_rest_is_told_at_the_next_start_and_nothing_twice() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(folder, "--pipeline.demo.data=true")) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> service.output().contains(HALF_WAY));
            service.kill();
        }
        try (ServiceProcess service =
                ServiceProcess.start(folder, "--pipeline.demo.data=true").ready()) {
            assertThat(service.output()).doesNotContain(HALF_WAY).contains("Demo data: 1004 of 1004");
            String log = service.api()
                    .as("auditor")
                    .with("Accept", "application/x-ndjson")
                    .get("/api/audit/events")
                    .response()
                    .body();
            assertThat(log.lines()).hasSize(1_012);
        }
    }
}
