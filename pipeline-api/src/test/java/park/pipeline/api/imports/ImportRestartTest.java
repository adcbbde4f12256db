package park.pipeline.api.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import park.pipeline.api.Api;
import park.pipeline.api.PipelineApplication;
import tools.jackson.databind.JsonNode;

/** The service goes down in the middle of an import, comes up again, and the file is sent once more. */
class ImportRestartTest {
    private static final int ROWS = 5_000;

    @TempDir
    Path folder;

    @Test
    void a_stop_cuts_an_import_off_between_two_windows_and_sending_it_again_goes_on() {
        byte[] file = file();
        String job;
        try (ConfigurableApplicationContext service = start()) {
            Api api = api(service);
            job = api.upload("/api/imports", file).header("Location");
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> api.get(job).json().path("accepted").asInt() > 0);
        }
        try (ConfigurableApplicationContext service = start()) {
            Api api = api(service);
            JsonNode cutOff = api.get(job).json();
            assertThat(cutOff.path("status").asString()).isEqualTo("FAILED");
            assertThat(cutOff.path("failure").path("code").asString()).isEqualTo("interrupted");
            int before = cutOff.path("accepted").asInt();
            assertThat(before).isLessThan(ROWS);
            assertThat(before % ImportRun.WINDOW).isZero();

            String again = api.upload("/api/imports", file).header("Location");
            JsonNode done = Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(
                            () -> api.get(again).json(),
                            j -> !j.path("status").asString().equals("RUNNING"));
            assertThat(done.path("unchanged").asInt()).isEqualTo(before);
            assertThat(done.path("accepted").asInt()).isEqualTo(ROWS - before);
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(PipelineApplication.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--pipeline.data-dir=" + folder,
                        "--pipeline.demo.data=false",
                        "--PIPELINE_DEMO_PASSWORD=" + Api.PASSWORD);
    }

    private static Api api(ConfigurableApplicationContext service) {
        return Api.at(Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port")));
    }

    private static byte[] file() {
        StringBuilder file = new StringBuilder("reference,name,enterprise,industry,lead,contract\n");
        for (int i = 0; i < ROWS; i++) {
            file.append("R-%d,project %d,enterprise,OTHER,2021-01-01,2021-02-01\n".formatted(i, i));
        }
        return file.toString().getBytes(UTF_8);
    }
}
