package park.pipeline.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.PipelineTest;
import park.pipeline.core.log.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole log in its order: as pages and as lines, the same bytes. */
@PipelineTest
class EventsControllerTest {
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    private Api api;

    @BeforeEach
    void someEvents() {
        api = Api.at(port);
        for (int i = 0; i < 3; i++) {
            Answer answer = api.command("/api/projects", """
                    {'name':'“引号” %s','enterprise':{'name':'e'},'industry':'LITHIUM','occurredOn':'2023-01-05',
                     'capacity':{'value':1.50,'unit':'t/a'},'note':'两行\\n\\t制表'}
                    """.formatted(UUID.randomUUID()));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            assertThat(api.command(answer.header("Location") + "/retract", "{'reason':'无'}")
                            .problem())
                    .isEqualTo("409 nothing-to-retract");
        }
    }

    private List<String> lines(String path) {
        Answer answer = api.as("auditor").with("Accept", "application/x-ndjson").get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        return answer.response().body().lines().toList();
    }

    @Test
    void each_line_is_canonical_json_and_positions_have_no_gap() {
        List<String> lines = lines("/api/audit/events");
        assertThat(lines).hasSizeGreaterThanOrEqualTo(3);
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = JSON.readTree(lines.get(i));
            assertThat(line.propertyNames())
                    .containsExactly(
                            "actor",
                            "data",
                            "eventId",
                            "occurredOn",
                            "position",
                            "projectId",
                            "recordedAt",
                            "revision",
                            "sequence",
                            "type");
            assertThat(line.path("position").asLong()).isEqualTo(i + 1);
            assertThat(new String(CanonicalJson.bytes(line), StandardCharsets.UTF_8))
                    .isEqualTo(lines.get(i));
        }
    }

    @Test
    void pages_hold_the_same_events_as_the_lines() {
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    api.as("auditor").get("/api/audit/events?limit=2" + cursor).json();
            page.path("items").forEach(item -> paged.add(item.toString()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(paged).isEqualTo(lines("/api/audit/events"));
        assertThat(lines("/api/audit/events?after=2")).isEqualTo(paged.subList(2, paged.size()));
        assertThat(lines("/api/audit/events?after=999999999")).isEmpty();
        assertThat(api.as("auditor").get("/api/audit/events?after=-1").problem())
                .isEqualTo("400 malformed");
        assertThat(api.get("/api/audit/events").problem()).isEqualTo("403 forbidden");
    }
}
