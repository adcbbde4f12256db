package park.pipeline.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import park.pipeline.api.Api;
import park.pipeline.api.PipelineApplication;
import tools.jackson.databind.JsonNode;

/** A log whose key is gone is not quietly sealed with another one. */
class SealKeyLostTest {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @TempDir
    Path folder;

    @Test
    void without_its_key_it_says_so_until_somebody_asks_for_a_new_one() throws Exception {
        String[] first = new String[1];
        started(api -> {
            Awaitility.await().until(() -> api.get("/api/audit/checkpoint").status() == 200);
            first[0] = api.get("/api/audit/key").response().body();
        });
        Files.delete(folder.resolve("seal-key"));
        started(api -> {
            assertThat(seal(api).path("status").asString()).isEqualTo("DOWN");
            assertThat(seal(api).at("/details/cause").asString()).contains("--pipeline.new-seal-key=true");
            assertThat(api.get("/api/audit/key").problem()).isEqualTo("503 unavailable");
            assertThat(api.get("/api/audit/checkpoint").status()).isEqualTo(200);
        });
        started(
                api -> assertThat(api.get("/api/audit/key").response().body()).isNotEqualTo(first[0]),
                "--pipeline.new-seal-key=true");
    }

    @Test
    void a_key_that_signs_for_another_log_is_not_used() {
        started(api -> assertThat(api.get("/api/audit/key").response().body()).startsWith("pipeline.example/log+"));
        started(
                api -> assertThat(seal(api).at("/details/cause").asString())
                        .contains("pipeline.origin is park.other/log"),
                "--pipeline.origin=park.other/log");
    }

    private void started(Consumer<Api> then, String... more) {
        SpringApplicationBuilder service = new SpringApplicationBuilder(PipelineApplication.class)
                .profiles("demo")
                .properties(
                        "pipeline.data-dir=" + folder,
                        "pipeline.demo.data=false",
                        "PIPELINE_DEMO_PASSWORD=" + Api.PASSWORD);
        try (ConfigurableApplicationContext context = service.run(args(more))) {
            int port = context.getEnvironment().getRequiredProperty("local.server.port", int.class);
            then.accept(Api.at(port).as("auditor"));
        }
    }

    private String[] args(String... more) {
        String[] args = Arrays.copyOf(more, more.length + 2);
        args[more.length] = "--server.port=0";
        args[more.length + 1] = "--spring.datasource.url=" + url;
        return args;
    }

    private static JsonNode seal(Api api) {
        return api.as("").get("/actuator/health").json().at("/components/seal");
    }
}
