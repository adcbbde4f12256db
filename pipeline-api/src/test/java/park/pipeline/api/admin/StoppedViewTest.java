package park.pipeline.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.PipelineTest;
import tools.jackson.databind.JsonNode;

/** A view that cannot go on says so and why, and goes on by itself once it can. */
@PipelineTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class StoppedViewTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    private Api api;

    @BeforeEach
    void client() {
        api = Api.at(port);
    }

    @Test
    void an_event_that_cannot_be_read_stops_every_view_and_health_says_why() {
        append(1, "NeverReleased", UUID.randomUUID(), 1);

        JsonNode views = whenEveryViewHasStopped();

        for (String view : new String[] {"project", "funnel", "stage", "history"}) {
            assertThat(views.path(view).path("state").asString()).isEqualTo("STOPPED");
            assertThat(views.path(view).path("cause").asString()).contains("NeverReleased");
            assertThat(views.path(view).path("position").asLong()).isZero();
            assertThat(views.path(view).path("lagEvents").asLong()).isEqualTo(1);
            assertThat(views.path(view).path("lagMs").asLong()).isPositive();
        }
    }

    @Test
    void a_hole_in_a_projects_stream_stops_every_view_until_it_is_filled() {
        UUID project = UUID.randomUUID();
        append(1, "NegotiationOpened", project, 2);

        JsonNode stopped = whenEveryViewHasStopped();
        assertThat(stopped.path("funnel").path("cause").asString())
                .contains("View funnel cannot take position 1")
                .contains("has sequence 2 after version 0");
        Answer behind = api.with("Pipeline-Min-Position", "1").get("/api/funnel");
        assertThat(behind.problem()).isEqualTo("503 view-behind");
        assertThat(behind.header("Retry-After")).isNotEmpty();

        JsonNode still = resumed();
        assertThat(still.path("state").asString()).isEqualTo("STOPPED");
        assertThat(still.path("cause").asString()).contains("has sequence 2 after version 0");

        jdbc.update("delete from event_log");
        jdbc.update("update log_head set head_position = 0");
        register();

        assertThat(resumed().path("state").asString()).isEqualTo("RUNNING");
        whenViewsAre("UP");
    }

    private JsonNode resumed() {
        Answer answer = api.as("admin").post("/api/admin/views/funnel/resume", "");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private void register() {
        Answer answer = api.command(
                "/api/projects",
                "{'name':'n','enterprise':{'name':'e'},'industry':'LITHIUM','occurredOn':'2023-01-05'}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    /** Each stops by itself: health is DOWN from the first on. */
    private JsonNode whenEveryViewHasStopped() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> whenViewsAre("DOWN").path("details"),
                        views -> views.valueStream()
                                .allMatch(v -> v.path("state").asString().equals("STOPPED")));
    }

    private JsonNode whenViewsAre(String status) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> api.get("/actuator/health").json().at("/components/views"),
                        views -> views.path("status").asString().equals(status));
    }

    private void append(long position, String type, UUID project, long sequence) {
        jdbc.update("""
                insert into event_log (log_position, event_id, stream_id, stream_sequence, event_type, revision,
                  recorded_at, occurred_on, actor, data) values (?, ?, ?, ?, ?, 1, 1700000000000000, '2023-01-01', 'x', ?)
                """, position, UUID.randomUUID(), project, sequence, type, "{}".getBytes(StandardCharsets.UTF_8));
        jdbc.update("update log_head set head_position = ?, recorded_at = 1700000000000000", position);
    }
}
