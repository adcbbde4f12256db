package park.pipeline.api.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.Leads;

/** Two nodes that nothing happens to are one service. */
class NodesClusterIT {
    @TempDir
    static Path folder;

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = new Cluster(folder, 2);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void both_feed_views() {
        cluster.awaitFeeders(Duration.ofSeconds(15), "node-0", "node-1");
        assertThat(cluster.feeders().values().stream().filter("node-0"::equals)).hasSize(2);
    }

    @Test
    void what_one_node_took_the_other_one_shows_at_the_position_that_is_asked_for() {
        for (int i = 0; i < 20; i++) {
            Answer answer = register(i % 2);
            String position = answer.header("Pipeline-Position");

            Answer seen = cluster.api(1 - i % 2)
                    .with("Pipeline-Min-Position", position)
                    .get(answer.header("Location"));

            assertThat(seen.status()).as(seen.toString()).isEqualTo(200);
            assertThat(Long.parseLong(seen.header("Pipeline-Position")))
                    .isGreaterThanOrEqualTo(Long.parseLong(position));
        }
    }

    @Test
    void who_races_without_a_version_gets_his_turn_and_with_one_there_is_one_winner() {
        String project = register(0).header("Location");
        String contact = "{'occurredOn':'2023-02-01','channel':'VISIT','summary':'来访'}";

        List<Answer> all = race(20, i -> cluster.api(i % 2).command(project + "/log-contact", contact));
        assertThat(all).allMatch(answer -> answer.status() == 200, all.toString());

        List<Answer> versioned =
                race(10, i -> cluster.api(i % 2).with("If-Match", "\"21\"").command(project + "/log-contact", contact));
        assertThat(versioned.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(versioned.stream().filter(answer -> answer.status() == 412)).hasSize(9);
    }

    @Test
    void the_same_key_on_both_nodes_at_once_is_one_command() {
        String key = UUID.randomUUID().toString();
        String lead = lead();
        List<Answer> answers =
                race(8, i -> cluster.api(i % 2).with("Idempotency-Key", key).command("/api/projects", lead));

        List<Answer> taken = answers.stream().filter(a -> a.status() == 201).toList();
        assertThat(taken)
                .isNotEmpty()
                .allMatch(a ->
                        a.response().body().equals(taken.getFirst().response().body()));
        assertThat(answers.stream().filter(a -> a.status() != 201))
                .allMatch(a -> a.problem().equals("409 request-in-progress"), answers.toString());
        assertThat(cluster.api(1)
                        .with("Idempotency-Key", key)
                        .command("/api/projects", lead)
                        .response()
                        .body())
                .isEqualTo(taken.getFirst().response().body());
    }

    @Test
    void a_listener_on_one_node_hears_what_the_other_one_took() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        String login = Base64.getEncoder().encodeToString(("leader:" + Api.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var connection =
                URI.create(cluster.node(1).address() + "/api/stream").toURL().openConnection();
        connection.setRequestProperty("Authorization", "Basic " + login);
        connection.setRequestProperty("Accept", "text/event-stream");
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        assertThat(lines.readLine()).startsWith(":");
        Thread.ofVirtual().start(() -> hear(lines, heard));

        String id = register(0).json().path("projectId").asString();

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            String line = heard.poll(1, TimeUnit.SECONDS);
            return line != null && line.contains(id);
        });
        // not closed: that would wait for whoever reads; the stream ends with its node
    }

    @Test
    void a_view_that_stands_still_on_one_node_is_shown_and_told_to_go_on_by_the_other() {
        cluster.awaitFeeders(Duration.ofSeconds(15), "node-0", "node-1");
        String feeder = cluster.feeders().get("history");
        Api other = cluster.api(feeder.equals("node-0") ? 1 : 0).as("admin");
        cluster.postgres.jdbc().execute("alter table history_row_g1 add constraint planted check (false) not valid");
        register(0);
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> other.get("/actuator/health/readiness").status() == 503);
        assertThat(other.get("/api/admin/views").toString()).contains("STOPPED").contains("planted");

        cluster.postgres.jdbc().execute("alter table history_row_g1 drop constraint planted");
        Answer resumed = other.post("/api/admin/views/history/resume", "");

        assertThat(resumed.json().path("state").asString())
                .as(resumed.toString())
                .isEqualTo("RUNNING");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> other.get("/actuator/health/readiness").status() == 200);
        assertThat(new Leads(cluster.api(0)).register("2023-01-05", 1L)).isNotBlank();
    }

    private static void hear(BufferedReader lines, BlockingQueue<String> heard) {
        try {
            lines.lines().forEach(heard::add);
        } catch (UncheckedIOException closed) {
            // the test has heard enough
        }
    }

    private interface Asking {
        Answer ask(int index);
    }

    private static List<Answer> race(int times, Asking asking) {
        List<CompletableFuture<Answer>> asked = new ArrayList<>(IntStream.range(0, times)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> asking.ask(i), Thread::startVirtualThread))
                .toList());
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private static Answer register(int node) {
        Answer answer = cluster.api(node).command("/api/projects", lead());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private static String lead() {
        return "{'name':'%s','enterprise':{'name':'e'},'industry':'LITHIUM','occurredOn':'2023-01-05'}"
                .formatted(UUID.randomUUID());
    }
}
