package park.pipeline.api.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;

/**
 * How long after a command was accepted on one node a read on another one includes it, beside the command's own time, while others
 * write. The nodes are the packaged service, as the tests of the cluster start it.
 */
class AcrossNodesBench {
    private static final int COMMANDS = 1_500;
    private static final int WARM_UP = 500;
    private static final int OTHERS = 4;

    @TempDir
    Path folder;

    @Test
    void milliseconds_until_visible() throws Exception {
        try (Cluster cluster = new Cluster(folder, 2);
                ExecutorService others = Executors.newFixedThreadPool(OTHERS)) {
            AtomicBoolean done = new AtomicBoolean();
            try {
                for (int i = 0; i < OTHERS; i++) {
                    Api api = cluster.api(i % 2);
                    others.submit(() -> write(api, done));
                }
                measure("on the same node", cluster.api(0), cluster.api(0));
                measure("on the other node", cluster.api(0), cluster.api(1));
            } finally {
                done.set(true);
            }
        }
    }

    private static void write(Api api, AtomicBoolean done) {
        String project = register(api);
        while (!done.get()) {
            talk(api, project);
        }
    }

    private static void measure(String where, Api writer, Api reader) {
        String project = register(writer);
        List<Double> commands = new ArrayList<>();
        List<Double> visible = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            long start = System.nanoTime();
            Answer accepted = talk(writer, project);
            long between = System.nanoTime();
            Answer read = reader.with("Pipeline-Min-Position", accepted.header("Pipeline-Position"))
                    .get(project);
            long end = System.nanoTime();
            assertThat(read.status()).as(read.toString()).isEqualTo(200);
            if (i >= WARM_UP) {
                commands.add((between - start) / 1e6);
                visible.add((end - between) / 1e6);
            }
        }
        double command = p99(commands);
        double seen = p99(visible);
        System.out.printf(
                "bench across nodes: command p99 %.1f ms; then visible %s p99 %.1f ms: %.1f ×; %d cores, PostgreSQL%n",
                command, where, seen, seen / command, Runtime.getRuntime().availableProcessors());
    }

    private static double p99(List<Double> millis) {
        return millis.stream()
                .sorted()
                .skip(millis.size() * 99L / 100)
                .findFirst()
                .orElseThrow();
    }

    private static Answer talk(Api api, String project) {
        Answer answer =
                api.command(project + "/log-contact", "{'occurredOn':'2024-01-05','channel':'CALL','summary':'电话回访'}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private static String register(Api api) {
        return api.command("/api/projects", """
                {'name':'%s','enterprise':{'name':'e'},'industry':'LITHIUM','occurredOn':'2023-01-05'}
                """.formatted(UUID.randomUUID())).header("Location");
    }
}
