package park.pipeline.api.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import park.pipeline.api.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verification that an auditor starts, and its result. */
final class Verified {
    private Verified() {}

    /** The newest checkpoint, as an auditor would keep it. */
    static String checkpoint(Api api) {
        Api auditor = api.as("auditor");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> auditor.get("/api/audit/checkpoint").status() == 200);
        return auditor.get("/api/audit/checkpoint").response().body();
    }

    /** Everything is as it was sealed, these checkpoints included, and every view is what the log says. */
    static void all(Api api, String... kept) {
        Api auditor = api.as("auditor");
        String id = auditor.post(
                        "/api/audit/verifications",
                        new JsonMapper().writeValueAsString(Map.of("checkpoints", List.of(kept))))
                .json()
                .path("id")
                .asString();
        JsonNode[] report = new JsonNode[1];
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
            report[0] = auditor.get("/api/audit/verifications/" + id).json();
            return !report[0].path("state").asString().equals("RUNNING");
        });
        assertThat(report[0].path("state").asString()).as(report[0].toString()).isEqualTo("DONE");
        assertThat(report[0].path("ok").asBoolean()).as(report[0].toString()).isTrue();
    }
}
