package park.pipeline.api.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import tools.jackson.databind.JsonNode;

/**
 * Clients who send one command after the other, to one node after the other, each under a key; where no answer comes, or 503,
 * they send the same again to the next node until they have one.
 */
final class Load implements AutoCloseable {
    private static final int CLIENTS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A client who is told to come again comes again; after so long he complains. */
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Cluster cluster;
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final Map<Long, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> troubles = new ConcurrentHashMap<>();
    private final AtomicLong longest = new AtomicLong();
    private volatile boolean going = true;

    Load(Cluster cluster) {
        this.cluster = cluster;
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            clients.execute(() -> work(client));
        }
    }

    private void work(int client) {
        try {
            for (int turn = client; going; turn++) {
                String lead = "{'name':'%s','enterprise':{'name':'e'},'industry':'LITHIUM','occurredOn':'2023-01-05'}"
                        .formatted(UUID.randomUUID());
                Answer registered = send(turn, "/api/projects", lead, 201);
                send(turn + 1, registered.header("Location") + "/open-negotiation", "{'occurredOn':'2023-01-06'}", 200);
            }
        } catch (RuntimeException | AssertionError e) {
            failures.add(e);
        }
    }

    private Answer send(int first, String path, String body, int expected) {
        String key = UUID.randomUUID().toString();
        long began = System.nanoTime();
        for (int turn = first; ; turn++) {
            Api api = cluster.api(turn % cluster.size())
                    .with("Idempotency-Key", key)
                    .within(PATIENCE);
            String trouble;
            try {
                Answer answer = api.command(path, body);
                if (answer.status() == expected) {
                    longest.accumulateAndGet(System.nanoTime() - began, Math::max);
                    JsonNode result = answer.json();
                    acknowledged.put(
                            result.path("position").asLong(),
                            result.path("projectId").asString() + " "
                                    + result.path("version").asLong());
                    return answer;
                }
                trouble = answer.problem();
                assertThat(answer.status()).as(answer.toString()).isIn(503, 409);
                assertThat(trouble).isIn("503 unavailable", "409 request-in-progress");
            } catch (UncheckedIOException e) {
                trouble = e.getCause().getClass().getSimpleName();
            }
            troubles.computeIfAbsent(trouble, t -> new AtomicInteger()).incrementAndGet();
            assertThat(System.nanoTime() - began).as(trouble).isLessThan(MOST_NANOS);
        }
    }

    /** Every command that was answered: its position, and the project's id and version. */
    Map<Long, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** How often something went wrong that made a client come again, by what it was. */
    Map<String, AtomicInteger> troubles() {
        return troubles;
    }

    /** The longest that a client waited for the answer to one command, whatever went wrong. */
    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    /** Waits until so many more commands were answered. */
    void awaitMore(int commands, Duration atMost) {
        int before = acknowledged.size();
        Awaitility.await().atMost(atMost).until(() -> acknowledged.size() >= before + commands || !failures.isEmpty());
        assertThat(failures).isEmpty();
    }

    /** Lets every client have his last answer. */
    void end() throws InterruptedException {
        going = false;
        clients.shutdown();
        assertThat(clients.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        assertThat(failures).isEmpty();
    }

    @Override
    public void close() {
        going = false;
        clients.shutdownNow();
    }
}
