package park.pipeline.api.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import tools.jackson.databind.JsonNode;

/** A full disk is said as it is, loses nothing acknowledged, and once there is room again the service goes on. */
class FullDiskIT {
    private static final String NOTE = "x".repeat(1_500);

    @TempDir
    Path folder;

    @BeforeEach
    void mountASmallDisk() throws Exception {
        assumeTrue(mount("-t", "tmpfs", "-o", "size=40m", "tmpfs", folder.toString()) == 0, "only root may mount");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", folder.toString());
    }

    @Test
    void a_full_disk_is_told_and_nothing_acknowledged_is_lost() throws Exception {
        List<Long> acknowledged = new ArrayList<>();
        try (ServiceProcess service =
                ServiceProcess.start(folder.resolve("data")).ready()) {
            Api api = service.api();
            register(api, acknowledged);
            assertThat(storage(api).path("status").asString()).isEqualTo("UP");

            fillTheDisk();
            Answer refused = registerUntilRefused(api, acknowledged);
            assertThat(refused.problem()).isEqualTo("503 unavailable");
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(refused.toString()).contains("磁盘空间已满");
            assertThat(storage(api).path("status").asString()).isEqualTo("DOWN");
            assertThat(storage(api).path("details").path("freeMiB").asLong()).isLessThan(16);

            Files.delete(folder.resolve("ballast"));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(120)) // a view that has failed tries again after a minute at the latest
                    .until(() -> api.get("/actuator/health/readiness").status() == 200);
            register(api, acknowledged);
            check(api, acknowledged);
        }
        try (ServiceProcess service =
                ServiceProcess.start(folder.resolve("data")).ready()) {
            check(service.api(), acknowledged);
        }
    }

    private void fillTheDisk() throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace();
        Files.write(folder.resolve("ballast"), new byte[(int) room - (1 << 20)]);
    }

    private static Answer registerUntilRefused(Api api, List<Long> acknowledged) {
        for (int i = 0; i < 10_000; i++) {
            Answer answer = register(api, acknowledged);
            if (answer.status() != 201) {
                return answer;
            }
        }
        throw new AssertionError("The disk never got full");
    }

    private static Answer register(Api api, List<Long> acknowledged) {
        Answer answer = api.command("/api/projects", """
                {'name':'%s','enterprise':{'name':'e'},'industry':'LITHIUM','occurredOn':'2023-01-05','note':'%s'}
                """.formatted(UUID.randomUUID(), NOTE));
        if (answer.status() == 201) {
            acknowledged.add(answer.json().path("position").asLong());
        }
        return answer;
    }

    private static void check(Api api, List<Long> acknowledged) {
        String log = api.as("auditor")
                .with("Accept", "application/x-ndjson")
                .get("/api/audit/events")
                .response()
                .body();
        assertThat(log.lines().count()).isGreaterThanOrEqualTo(acknowledged.getLast());
        assertThat(acknowledged).doesNotHaveDuplicates();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> api.get("/api/funnel")
                                .json()
                                .path("stages")
                                .path(0)
                                .path("count")
                                .asLong()
                        == log.lines().count());
    }

    private static JsonNode storage(Api api) {
        // without a name: nobody can sign in while the database is away
        return api.as("").get("/actuator/health").json().path("components").path("storage");
    }

    private static int mount(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
