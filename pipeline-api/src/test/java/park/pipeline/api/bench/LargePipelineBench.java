package park.pipeline.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.api.durability.ServiceProcess;
import park.pipeline.core.project.Stage;
import tools.jackson.databind.json.JsonMapper;

/**
 * The packaged service with a heap of 1 GiB on a PostgreSQL with very many projects, asked from another process at a fixed rate: the
 * funnel of any day, now and as it was known a month back, and the history of one project, each in turns with look-ups of a project
 * by its id. {@code -Dbench.projects=1000000} for a million.
 */
class LargePipelineBench {
    private static final int PROJECTS = Integer.getInteger("bench.projects", 20_000);
    private static final int RATE = 200;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final Random random = new Random(20261126);
    private final GeneratedLog generated = new GeneratedLog(20261126, PROJECTS);

    @TempDir
    Path folder;

    private OpenLoad load;

    @Test
    void milliseconds_an_answer() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("max_connections", "60")
                .start()) {
            fill(postgres);
            try (ServiceProcess service = service(postgres)) {
                service.ready();
                awaitSeal(postgres);
                load = new OpenLoad(service.address());
                assertThat(counted()).isEqualTo(PROJECTS);
                for (Supplier<HttpRequest> warmUp : List.<Supplier<HttpRequest>>of(
                        this::lookUp, this::funnel, this::funnelKnownAMonthAgo, this::history)) {
                    load.of(50, ROUND, warmUp);
                }
                compare("funnel of any day", this::funnel);
                compare("the same as known a month back", this::funnelKnownAMonthAgo);
                compare("history of a project", this::history);
                visible();
                System.out.printf(
                        "bench large: %,d projects, %,d events, %d a second each, heap 1 GiB, at most %,d MiB resident; %d cores, PostgreSQL%n",
                        PROJECTS,
                        generated.events,
                        RATE,
                        service.peakMemory(),
                        Runtime.getRuntime().availableProcessors());
            }
        }
    }

    private ServiceProcess service(EmbeddedPostgres postgres) {
        return ServiceProcess.start(
                List.of("-Xmx1g"),
                folder,
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
    }

    /** The service makes its tables; the log is loaded while it is down, and the views are built from it in bulk. */
    private void fill(EmbeddedPostgres postgres) throws Exception {
        try (ServiceProcess service = service(postgres)) {
            service.ready().stop();
            service.end();
        }
        long start = System.nanoTime();
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            generated.copyInto(connection);
        }
        System.out.printf("bench large: %,d events generated in %.0f s%n", generated.events, since(start));
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(postgres.getPostgresDatabase());
            for (Bulk view : Bulk.values()) {
                build(view, pool);
            }
        }
        new JdbcTemplate(postgres.getPostgresDatabase()).execute("vacuum analyze");
    }

    private void build(Bulk view, DataSource database) throws Exception {
        long began = System.nanoTime();
        view.build(database, generated.events);
        System.out.printf(
                "bench large: %s built from %,d events in %.0f s: %,.0f events/s, heap %,d MiB at the most%n",
                view,
                generated.events,
                since(began),
                generated.events / since(began),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private void awaitSeal(EmbeddedPostgres postgres) {
        long start = System.nanoTime();
        JdbcTemplate jdbc = new JdbcTemplate(postgres.getPostgresDatabase());
        Awaitility.await()
                .atMost(Duration.ofHours(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() ->
                        jdbc.queryForObject("select max(tree_size) from seal_tree", Long.class) >= generated.events);
        System.out.printf("bench large: %,d events sealed in %.0f s%n", generated.events, since(start));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** All projects of the funnel of today; each stage as it was generated. */
    private long counted() throws Exception {
        long all = 0;
        for (var stage : JSON.readTree(
                        load.send(load.request("/api/funnel").build()).body())
                .path("stages")) {
            long count = stage.path("count").asLong();
            assertThat(count)
                    .isEqualTo(generated.inStage.getOrDefault(
                            Stage.valueOf(stage.path("stage").asString()), 0L));
            all += count;
        }
        return all;
    }

    private void compare(String what, Supplier<HttpRequest> question) {
        List<Double> ours = new ArrayList<>();
        List<Double> lookUps = new ArrayList<>();
        List<Double> middle = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            lookUps.add(Measured.of(load.of(RATE, ROUND, this::lookUp)).percentile(99));
            Measured asked = Measured.of(load.of(RATE, ROUND, question));
            ours.add(asked.percentile(99));
            middle.add(asked.percentile(50));
        }
        Measured p99 = Measured.of(ours);
        Measured base = Measured.of(lookUps);
        System.out.printf(
                "bench large: %s: p50 %.1f ms, p99 %.1f (%.1f–%.1f) ms; project by id p99 %.1f (%.1f–%.1f) ms: %.1f ×%n",
                what,
                Measured.of(middle).median(),
                p99.median(),
                p99.percentile(0),
                p99.percentile(100),
                base.median(),
                base.percentile(0),
                base.percentile(100),
                p99.median() / base.median());
    }

    /** One client: how long a command takes, and until a read that must include it has answered. */
    private void visible() throws Exception {
        List<Double> commands = new ArrayList<>();
        List<Double> visible = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String project = "/api/projects/" + anyProject();
            HttpRequest command = load.request(project + "/log-contact")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"occurredOn\":\"" + LocalDate.now() + "\",\"channel\":\"CALL\",\"summary\":\"回访\"}"))
                    .build();
            long start = System.nanoTime();
            var answer = load.send(command);
            long accepted = System.nanoTime();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            String position = answer.headers().firstValue("Pipeline-Position").orElseThrow();
            assertThat(load.send(load.request(project)
                                    .header("Pipeline-Min-Position", position)
                                    .build())
                            .statusCode())
                    .isEqualTo(200);
            commands.add((accepted - start) / 1e6);
            visible.add((System.nanoTime() - accepted) / 1e6);
        }
        Measured taken = Measured.of(commands.subList(500, commands.size()));
        Measured seen = Measured.of(visible.subList(500, visible.size()));
        System.out.printf(
                "bench large: command p50 %.1f, p99 %.1f ms; then visible p50 %.1f, p99 %.1f ms: %.1f ×%n",
                taken.percentile(50),
                taken.percentile(99),
                seen.percentile(50),
                seen.percentile(99),
                seen.percentile(99) / taken.percentile(99));
    }

    private Object anyProject() {
        return generated.project(random.nextInt(PROJECTS));
    }

    private LocalDate anyDay() {
        return LocalDate.now().minusDays(random.nextInt(1_000));
    }

    private HttpRequest lookUp() {
        return load.request("/api/projects/" + anyProject()).build();
    }

    private HttpRequest funnel() {
        return load.request("/api/funnel?asOf=" + anyDay()).build();
    }

    private HttpRequest funnelKnownAMonthAgo() {
        Instant then = generated.to.minus(30, ChronoUnit.DAYS).minusSeconds(random.nextInt(86_400));
        return load.request("/api/funnel?asOf=" + anyDay() + "&knownAt=" + then).build();
    }

    private HttpRequest history() {
        return load.request("/api/projects/" + anyProject() + "/history").build();
    }
}
