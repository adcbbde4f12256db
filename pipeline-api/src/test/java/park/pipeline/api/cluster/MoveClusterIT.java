package park.pipeline.api.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import park.pipeline.api.Api;
import park.pipeline.api.durability.ServiceProcess;

/** A store that was on H2 goes on on PostgreSQL, by the commands that the page of operations gives. */
class MoveClusterIT {
    @TempDir
    Path folder;

    @Test
    void the_funnel_the_log_and_the_seal_are_the_same_after_a_move() throws Exception {
        Path data = folder.resolve("data");
        Path file = folder.resolve("pipeline.zip");
        String funnel;
        String log;
        String checkpoint;
        try (ServiceProcess before =
                ServiceProcess.start(data, "--pipeline.demo.data=true").ready()) {
            funnel = before.api()
                    .as("leader")
                    .get("/api/funnel?asOf=2026-10-01")
                    .response()
                    .body();
            log = log(before.api());
            checkpoint = Verified.checkpoint(before.api());
            before.stop();
            before.end();
        }
        try (Server postgres = Server.in(folder)) {
            String[] target = {
                "--spring.datasource.url=" + postgres.url(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres"
            };
            assertThat(ServiceProcess.command("export", file.toString(), "--pipeline.data-dir=" + data))
                    .contains("1012");
            assertThat(ServiceProcess.command("import", file.toString(), target[0], target[1], target[2]))
                    .contains("1012")
                    .contains("All of them fit");
            Path moved = Files.createDirectories(folder.resolve("moved"));
            Files.copy(data.resolve("seal-key"), moved.resolve("seal-key"));

            try (ServiceProcess after = ServiceProcess.start(moved, target).ready()) {
                assertThat(after.api()
                                .as("leader")
                                .get("/api/funnel?asOf=2026-10-01")
                                .response()
                                .body())
                        .isEqualTo(funnel);
                assertThat(log(after.api())).isEqualTo(log);
                Verified.all(after.api(), checkpoint);
            }
        }
    }

    private static String log(Api api) {
        return api.as("auditor")
                .with("Accept", "application/x-ndjson")
                .get("/api/audit/events")
                .response()
                .body();
    }
}
