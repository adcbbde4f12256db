package park.pipeline.api.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was acknowledged is there after a kill -9, every view catches up, and nothing is there twice. */
class KillIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int KILLS = 10;
    private static final int CLIENTS = 8;

    @TempDir
    Path folder;

    /** A command under a key of its own, as its client will send it again if no answer comes. */
    private record Sent(String path, String body, String key) {
        Answer to(Api api) {
            return api.with("Idempotency-Key", key).command(path, body);
        }
    }

    private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<Sent> unanswered = new ConcurrentLinkedQueue<>();

    @Test
    void ten_kills_in_the_middle_of_a_load_lose_nothing_acknowledged_and_do_nothing_twice() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            try (ServiceProcess service = ServiceProcess.start(folder).ready()) {
                sendAgain(service.api());
                check(service.api());
                loadUntilKilled(service, 40 + 30 * kill);
            }
        }
        try (ServiceProcess service = ServiceProcess.start(folder).ready()) {
            sendAgain(service.api());
            check(service.api());
            assertThat(acknowledged.size()).isGreaterThan(KILLS * 40);
        }
    }

    @Test
    void a_second_process_on_the_same_folder_says_why_it_does_not_start() throws Exception {
        try (ServiceProcess first = ServiceProcess.start(folder).ready();
                ServiceProcess second = ServiceProcess.start(folder)) {
            assertThat(second.end()).isNotZero();
            assertThat(second.output())
                    .contains("The data folder is in use by another process")
                    .contains("--pipeline.data-dir");
            assertThat(first.api().get("/api/funnel").status()).isEqualTo(200);
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws Exception {
        Path file = Files.createFile(folder.resolve("no-folder"));
        try (ServiceProcess service = ServiceProcess.start(file.resolve("data"))) {
            assertThat(service.end()).isNotZero();
            assertThat(service.output()).contains("The data folder cannot be").contains(file.toString());
        }
    }

    private void loadUntilKilled(ServiceProcess service, int commands) throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(commands);
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> {
                    try {
                        while (true) {
                            liveALittle(service.api(), enough);
                        }
                    } catch (UncheckedIOException killed) {
                        // as it should be: this client's service is gone
                    }
                });
            }
            assertThat(enough.await(120, TimeUnit.SECONDS)).isTrue();
            service.kill();
        }
    }

    private void liveALittle(Api api, CountDownLatch enough) {
        String lead = "{'name':'%s','enterprise':{'name':'e'},'industry':'LITHIUM','occurredOn':'2023-01-05'}"
                .formatted(UUID.randomUUID());
        Answer registered = send("/api/projects", lead, api);
        enough.countDown();
        send(registered.header("Location") + "/open-negotiation", "{'occurredOn':'2023-01-06'}", api);
        enough.countDown();
    }

    private Answer send(String path, String body, Api api) {
        Sent sent = new Sent(path, body, UUID.randomUUID().toString());
        try {
            return acknowledged(sent.to(api));
        } catch (UncheckedIOException e) {
            unanswered.add(sent);
            throw e;
        }
    }

    /** Nobody knows which of them were stored before the kill: each gets the answer that it would have got. */
    private void sendAgain(Api api) {
        for (Sent sent = unanswered.poll(); sent != null; sent = unanswered.poll()) {
            acknowledged(sent.to(api));
        }
    }

    private Answer acknowledged(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
        JsonNode result = answer.json();
        acknowledged.put(result.path("position").asLong(), key(result, "version"));
        return answer;
    }

    private void check(Api api) {
        String log = api.as("auditor")
                .with("Accept", "application/x-ndjson")
                .get("/api/audit/events")
                .response()
                .body();
        Map<Long, String> stored = new HashMap<>();
        Set<String> streams = new HashSet<>();
        log.lines().map(JSON::readTree).forEach(line -> {
            assertThat(line.path("position").asLong()).isEqualTo(stored.size() + 1L);
            stored.put(line.path("position").asLong(), key(line, "sequence"));
            assertThat(streams.add(key(line, "sequence"))).as("stored once").isTrue();
        });
        assertThat(stored).containsAllEntriesOf(acknowledged);
        long leads = streams.stream().filter(key -> key.endsWith(" 1")).count();
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            long counted = 0;
            for (JsonNode stage : api.get("/api/funnel").json().path("stages")) {
                counted += stage.path("count").asLong();
            }
            assertThat(counted).as("the funnel has every lead once").isEqualTo(leads);
        });
    }

    private static String key(JsonNode node, String sequence) {
        return node.path("projectId").asString() + " " + node.path(sequence).asLong();
    }
}
