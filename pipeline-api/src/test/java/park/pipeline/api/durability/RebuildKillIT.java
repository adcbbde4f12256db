package park.pipeline.api.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.imports.RealPipeline;
import tools.jackson.databind.JsonNode;

/** A rebuild that a kill -9 cuts off leaves the live view as it was, and can be started again. */
class RebuildKillIT {
    private static final int ATTEMPTS = 10;

    @TempDir
    Path folder;

    private String cutOff = "";

    @Test
    void a_rebuild_killed_half_way_leaves_the_live_view_and_can_be_started_again() throws Exception {
        JsonNode before;
        try (ServiceProcess service = ServiceProcess.start(folder).ready()) {
            RealPipeline.importInto(service.api());
            before = funnel(service.api());
        }
        for (int attempt = 0; attempt < ATTEMPTS && cutOff.isEmpty(); attempt++) {
            startAndKill();
        }
        assertThat(cutOff).as("one of the rebuilds was killed half-way").isNotEmpty();
        try (ServiceProcess service = ServiceProcess.start(folder).ready()) {
            assertThat(funnel(service.api())).isEqualTo(before);
            JsonNode dead = service.api().as("admin").get(cutOff).json();
            assertThat(dead.path("state").asString()).isEqualTo("FAILED");
            assertThat(dead.at("/failure/code").asString()).isEqualTo("job-interrupted");
            JsonNode again = ended(service.api(), start(service.api()));
            assertThat(again.path("identical").asBoolean()).as(again.toString()).isTrue();
            assertThat(funnel(service.api())).isEqualTo(before);
        }
    }

    private void startAndKill() throws InterruptedException {
        try (ServiceProcess service = ServiceProcess.start(folder).ready()) {
            Answer started = start(service.api());
            JsonNode job =
                    service.api().as("admin").get(started.header("Location")).json();
            service.kill();
            // Between the last look and the kill it may have ended: then it is tried again.
            if (job.path("state").asString().equals("RUNNING")) {
                cutOff = wasCutOff(started) ? started.header("Location") : "";
            }
        }
    }

    private boolean wasCutOff(Answer started) {
        try (ServiceProcess service = ServiceProcess.start(folder).ready()) {
            return service.api()
                    .as("admin")
                    .get(started.header("Location"))
                    .json()
                    .path("state")
                    .asString()
                    .equals("FAILED");
        }
    }

    private static Answer start(Api api) {
        Answer started = api.as("admin").post("/api/admin/views/funnel/rebuild", "");
        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        return started;
    }

    private static JsonNode ended(Api api, Answer started) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> api.as("admin").get(started.header("Location")).json(),
                        job -> !job.path("state").asString().equals("RUNNING"));
    }

    private static JsonNode funnel(Api api) {
        return api.get("/api/funnel?asOf=2019-12-31").json().path("stages");
    }
}
