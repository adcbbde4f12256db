package park.pipeline.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.Leads;
import park.pipeline.api.PipelineTest;
import tools.jackson.databind.JsonNode;

/** A view is built again while people work, and what was wrong with it is named. */
@PipelineTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class RebuildTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    private Api api;
    private Api admin;

    @BeforeEach
    void clients() {
        api = Api.at(port);
        admin = api.as("admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"project", "funnel", "stage", "history"})
    void a_sound_view_is_rebuilt_and_found_identical(String view) {
        Leads leads = new Leads(api);
        leads.does(leads.register("2023-01-05", 5_000_000L), "sign-intent", "{'occurredOn':'2023-02-01'}");
        leads.get("/api/projects");

        JsonNode rebuild = rebuild(view);

        assertThat(rebuild.path("state").asString()).as(rebuild.toString()).isEqualTo("DONE");
        assertThat(rebuild.path("identical").asBoolean()).isTrue();
        assertThat(rebuild.path("differences")).isEmpty();
        assertThat(rebuild.path("processed").asLong())
                .isEqualTo(rebuild.path("total").asLong())
                .isPositive();
        assertThat(rebuild.path("rowsCompared").asLong())
                .isEqualTo(rebuild.path("rows").asLong());
        assertThat(rebuild.path("view").asString()).isEqualTo(view);
        assertThat(rebuild.path("actor").asString()).isEqualTo("admin");
        JsonNode newest = admin.get("/api/admin/rebuilds?limit=1").json().at("/items/0");
        assertThat(newest.path("id")).isEqualTo(rebuild.path("id"));
    }

    @ParameterizedTest
    @CsvSource({
        "funnel, funnel_day, projects = projects + 7, projects",
        "project, project_row, name = 'forged', name",
        "history, history_row, actor = 'nobody', actor",
        "stage, stage_entry, highest_rank = 7, highest_rank"
    })
    void a_damaged_view_is_repaired_and_the_damage_is_listed(String view, String table, String damage, String column) {
        Leads leads = new Leads(api);
        String project = leads.register("2023-01-05", 5_000_000L);
        JsonNode funnel = leads.get("/api/funnel").json();
        String history = api.get(project + "/history").toString();
        int generation =
                jdbc.queryForObject("select generation from view_position where view_name = ?", Integer.class, view);
        int rows = jdbc.update("update " + table + "_g" + generation + " set " + damage);

        JsonNode rebuild = rebuild(view);

        assertThat(rebuild.path("identical").asBoolean(true)).isFalse();
        assertThat(rebuild.path("differing").asInt()).isEqualTo(rows);
        assertThat(rebuild.path("differences")).hasSize(rows).allSatisfy(d -> {
            assertThat(d.path("table").asString()).isEqualTo(table);
            assertThat(d.path("live").propertyNames()).containsExactly(column);
            assertThat(d.path("rebuilt").propertyNames()).containsExactly(column);
        });
        assertThat(leads.get("/api/funnel").json()).isEqualTo(funnel);
        assertThat(api.get(project + "/history").toString()).isEqualTo(history);
        assertThat(rebuild(view).path("identical").asBoolean()).isTrue();
    }

    @Test
    void readers_and_commands_notice_nothing_of_a_rebuild() {
        Leads leads = new Leads(api);
        for (int i = 0; i < 40; i++) {
            leads.register("2023-01-05", 1_000L);
        }
        leads.get("/api/funnel");
        AtomicBoolean rebuilding = new AtomicBoolean(true);
        List<String> wrong = new ArrayList<>();
        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> {
            int known = 0;
            while (rebuilding.get()) {
                Answer funnel = api.get("/api/funnel?team=" + leads.team());
                int count = funnel.json().at("/stages/0/count").asInt();
                long sum = funnel.json().at("/stages/0/investmentCny").asLong();
                if (funnel.status() != 200 || count < known || count < 40 || sum != count * 1_000L) {
                    wrong.add(funnel.toString());
                }
                known = count;
            }
            return known;
        });
        CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> {
            int written = 0;
            while (rebuilding.get()) {
                leads.register("2023-01-05", 1_000L);
                written++;
            }
            return written;
        });

        for (int i = 0; i < 3; i++) {
            assertThat(rebuild("funnel").path("identical").asBoolean()).isTrue();
        }
        rebuilding.set(false);

        int written = writer.join();
        assertThat(reader.join()).isPositive();
        assertThat(wrong).isEmpty();
        assertThat(written).as("commands went on meanwhile").isPositive();
        assertThat(leads.get("/api/funnel").json().at("/stages/0/count").asInt())
                .isEqualTo(40 + written);
    }

    @Test
    void who_listens_is_told_until_the_end() {
        JsonNode started = start("stage");
        Answer told = admin.with("Accept", "text/event-stream")
                .get("/api/admin/rebuilds/" + started.path("id").asString());

        assertThat(told.header("Content-Type")).startsWith("text/event-stream");
        assertThat(told.response().body().strip().lines().filter(l -> l.startsWith("event:")))
                .last()
                .isEqualTo("event:DONE");
        assertThat(told.response().body()).contains("\"identical\":true");
    }

    @Test
    void one_at_a_time_and_what_a_dead_process_left_does_not_stand_in_the_way_for_ever() {
        UUID id = UUID.randomUUID();
        running(id, System.currentTimeMillis());
        Answer refused = admin.post("/api/admin/views/funnel/rebuild", "");
        assertThat(refused.problem()).isEqualTo("409 already-running");

        jdbc.update("update background_job set updated_at = 0 where id = ?", id);
        assertThat(rebuild("funnel").path("identical").asBoolean()).isTrue();

        JsonNode dead = admin.get("/api/admin/rebuilds/" + id).json();
        assertThat(dead.path("state").asString()).isEqualTo("FAILED");
        assertThat(dead.at("/failure/code").asString()).isEqualTo("job-interrupted");
    }

    @Test
    void a_log_that_cannot_be_read_leaves_the_live_view_and_says_why() {
        Leads leads = new Leads(api);
        String project = leads.register("2023-01-05", 5_000_000L);
        leads.get("/api/projects");
        String id = project.substring(project.lastIndexOf('/') + 1);
        jdbc.update("update event_log set event_type = 'NeverReleased' where stream_id = ?", UUID.fromString(id));

        JsonNode rebuild = rebuild("project");

        assertThat(rebuild.path("state").asString()).isEqualTo("FAILED");
        assertThat(rebuild.at("/failure/message").asString()).contains("NeverReleased");
        assertThat(leads.get("/api/projects").json().path("items")).hasSize(1);
        jdbc.update("update event_log set event_type = 'LeadRegistered' where stream_id = ?", UUID.fromString(id));
        assertThat(rebuild("project").path("identical").asBoolean()).isTrue();
    }

    @Test
    void a_view_that_damage_has_stopped_goes_on_once_it_is_rebuilt() {
        Leads leads = new Leads(api);
        String project = leads.register("2023-01-05", 5_000_000L);
        leads.get("/api/projects");
        int generation =
                jdbc.queryForObject("select generation from view_position where view_name = 'project'", Integer.class);
        int damaged = jdbc.update(
                "update project_version_g" + generation + " set version = 7 where project_id = ?",
                UUID.fromString(project.substring(project.lastIndexOf('/') + 1)));
        assertThat(damaged).isEqualTo(1);
        leads.does(project, "revise-investment", "{'occurredOn':'2023-02-01','investmentCny':1,'reason':'r'}");
        awaitState("STOPPED");

        JsonNode rebuild = rebuild("project");

        assertThat(rebuild.path("state").asString()).as(rebuild.toString()).isEqualTo("DONE");
        assertThat(rebuild.path("differing").asInt()).isPositive();
        awaitState("RUNNING");
        leads.does(project, "sign-intent", "{'occurredOn':'2023-03-01'}");
        assertThat(leads.get("/api/projects").json().at("/items/0/stage").asString())
                .isEqualTo("INTENT");
        assertThat(rebuild("project").path("identical").asBoolean()).isTrue();
    }

    private void awaitState(String state) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> admin.get("/api/admin/views")
                                .json()
                                .path("items")
                                .valueStream()
                                .filter(view -> view.path("name").asString().equals("project"))
                                .findFirst()
                                .orElseThrow()
                                .path("state")
                                .asString(),
                        state::equals);
    }

    @Test
    void only_administrators_rebuild_and_only_what_is_there() {
        assertThat(admin.post("/api/admin/views/none/rebuild", "").problem()).isEqualTo("404 not-found");
        assertThat(admin.get("/api/admin/rebuilds/" + UUID.randomUUID()).problem())
                .isEqualTo("404 not-found");
        assertThat(api.as("auditor").post("/api/admin/views/funnel/rebuild", "").problem())
                .isEqualTo("403 forbidden");
    }

    private void running(UUID id, long updatedAtMillis) {
        jdbc.update(
                "insert into background_job (id, kind, slot, actor, state, report, started_at, updated_at)"
                        + " values (?, 'REBUILD', 'views', 'x', 'RUNNING', '{}', 0, ?)",
                id,
                updatedAtMillis * 1_000);
    }

    private JsonNode start(String view) {
        Answer started = admin.post("/api/admin/views/" + view + "/rebuild", "");
        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        assertThat(started.header("Location"))
                .isEqualTo("/api/admin/rebuilds/" + started.json().path("id").asString());
        return started.json();
    }

    private JsonNode rebuild(String view) {
        String id = start(view).path("id").asString();
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> admin.get("/api/admin/rebuilds/" + id).json(),
                        job -> !job.path("state").asString().equals("RUNNING"));
    }
}
