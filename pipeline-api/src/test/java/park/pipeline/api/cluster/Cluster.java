package park.pipeline.api.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.api.Api;
import park.pipeline.api.durability.ServiceProcess;
import tools.jackson.databind.json.JsonMapper;

/** Several processes on one PostgreSQL. They share a data folder, for the key of the seal. */
final class Cluster implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    final Server postgres;
    private final Path folder;
    private final List<ServiceProcess> nodes = new ArrayList<>();

    Cluster(Path folder, int size) {
        this.folder = folder;
        postgres = Server.in(folder);
        for (int i = 0; i < size; i++) {
            nodes.add(start(i));
        }
    }

    private ServiceProcess start(int index) {
        return ServiceProcess.start(
                        folder.resolve("data"),
                        "--spring.datasource.url=" + postgres.url(),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--pipeline.node-id=node-" + index)
                .ready();
    }

    ServiceProcess node(int index) {
        return nodes.get(index);
    }

    Api api(int index) {
        return node(index).api();
    }

    int size() {
        return nodes.size();
    }

    /** Starts a node anew in the place of one that has ended. */
    void restart(int index) {
        nodes.set(index, start(index));
    }

    /** Which node holds the claim of each view. */
    Map<String, String> feeders() {
        Map<String, String> found = new HashMap<>();
        postgres.jdbc().query("select processor_name, owner from token_entry", row -> {
            found.put(row.getString(1), String.valueOf(row.getString(2)));
        });
        return found;
    }

    /** Waits until these nodes feed all views, and each of them at least one. */
    void awaitFeeders(Duration atMost, String... names) {
        Awaitility.await()
                .atMost(atMost)
                .untilAsserted(() -> assertThat(Set.copyOf(feeders().values())).containsExactlyInAnyOrder(names));
    }

    /** The log without gaps and doubles holds all of these, every view holds the log, and all of it is as it was sealed. */
    void check(Load load, int index) {
        Api api = api(index);
        Map<Long, String> stored = new HashMap<>();
        Set<String> streams = new HashSet<>();
        String log = api.as("auditor")
                .with("Accept", "application/x-ndjson")
                .get("/api/audit/events")
                .response()
                .body();
        log.lines().map(JSON::readTree).forEach(line -> {
            assertThat(line.path("position").asLong()).isEqualTo(stored.size() + 1L);
            String key = line.path("projectId").asString() + " "
                    + line.path("sequence").asLong();
            assertThat(streams.add(key)).as("stored once").isTrue();
            stored.put(line.path("position").asLong(), key);
        });
        assertThat(stored).containsAllEntriesOf(load.acknowledged());
        assertThat(stored).as("nothing was done twice").hasSameSizeAs(load.acknowledged());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(positions()).allMatch(position -> position == stored.size()));
        Verified.all(api, Verified.checkpoint(api));
    }

    private List<Long> positions() {
        JdbcTemplate jdbc = postgres.jdbc();
        return jdbc.queryForList("select log_position from view_position", Long.class);
    }

    @Override
    public void close() {
        nodes.forEach(ServiceProcess::close);
        postgres.close();
    }
}
