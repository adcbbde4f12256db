package park.pipeline.api.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import park.pipeline.api.imports.row.RowError;
import park.pipeline.api.imports.table.ImportFile;
import park.pipeline.api.problem.ProblemException;
import park.pipeline.api.wiring.NodeId;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.log.LogDialect;
import park.pipeline.core.project.Precision;
import park.pipeline.core.project.Stage;

class ImportWorkerTest {
    private static final ImportFile FILE =
            ImportFile.of("reference,name,enterprise,industry\n1,a,b,OTHER\n".getBytes(UTF_8));

    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private final ImportJobs jobs = new Migrated().jobs("here");
    private final ByHand importer = new ByHand();
    private final ImportWorker worker = new ImportWorker(jobs, importer);

    @AfterEach
    void stop() {
        worker.stop();
    }

    @Test
    void a_restart_ends_what_ran_on_this_node_and_leaves_the_others() {
        ImportJob mine = jobs.create("promoter", false, 10);
        ImportJob elsewhere = new Migrated().jobs("elsewhere").create("promoter", false, 10);
        ImportJob done = jobs.create("promoter", false, 10);
        jobs.finish(done, null);
        worker.start();
        assertThat(state(mine)).isEqualTo("FAILED interrupted");
        assertThat(state(elsewhere)).isEqualTo("RUNNING null");
        assertThat(state(done)).isEqualTo("DONE null");
    }

    @Test
    void one_import_runs_at_a_time_and_the_others_wait() {
        worker.start();
        ImportJob first = worker.submit(FILE, "promoter", false);
        ImportJob second = worker.submit(FILE, "promoter", true);
        Awaitility.await().until(() -> importer.begun.contains(first.id()));
        assertThat(importer.begun).containsExactly(first.id());
        assertThat(state(second)).isEqualTo("RUNNING null");
        importer.goOn.release(2);
        Awaitility.await().until(() -> state(second).equals("DONE null"));
        assertThat(state(first)).isEqualTo("DONE null");
    }

    @Test
    void a_stop_interrupts_the_import_that_runs_and_those_that_wait() {
        worker.start();
        ImportJob running = worker.submit(FILE, "promoter", false);
        ImportJob waiting = worker.submit(FILE, "promoter", false);
        Awaitility.await().until(() -> importer.begun.contains(running.id()));
        worker.stop();
        assertThat(state(running)).isEqualTo("FAILED interrupted");
        assertThat(state(waiting)).isEqualTo("FAILED interrupted");
    }

    @Test
    void an_import_that_cannot_go_on_says_why_and_the_next_one_runs() {
        worker.start();
        importer.goOn.release(3);
        importer.failures.put("nobody", new DataAccessResourceFailureException("the database is away"));
        importer.failures.put("somebody", new IllegalStateException("a bug"));
        ImportJob first = worker.submit(FILE, "nobody", false);
        ImportJob second = worker.submit(FILE, "somebody", false);
        ImportJob third = worker.submit(FILE, "promoter", false);
        Awaitility.await().until(() -> state(third).equals("DONE null"));
        assertThat(state(first)).isEqualTo("FAILED unavailable");
        assertThat(state(second)).isEqualTo("FAILED internal");
    }

    @Test
    void more_than_fits_into_memory_is_refused_until_there_is_room() {
        worker.start();
        byte[] large = new byte[20 << 20];
        byte[] heading = "reference,name,enterprise,industry\n".getBytes(UTF_8);
        Arrays.fill(large, (byte) '\n');
        System.arraycopy(heading, 0, large, 0, heading.length);
        ImportFile file = ImportFile.of(large);
        List<ImportJob> taken = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            taken.add(worker.submit(file, "promoter", true));
        }
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> worker.submit(file, "promoter", true));
        assertThat(refused.problem().status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        importer.goOn.release(6);
        Awaitility.await().until(() -> state(taken.getLast()).equals("DONE null"));
        Awaitility.await().ignoreExceptions().until(() -> worker.submit(file, "promoter", true) != null);
    }

    @Test
    void progress_and_errors_are_kept_with_the_values_of_their_sentences() {
        ImportJob job = jobs.create("promoter", false, 10);
        ImportProgress progress = jobs.progress(job);
        List<RowError> first = List.of(
                new RowError(
                        2,
                        "withdrawn",
                        "wrong-stage",
                        Map.of("stage", Stage.PRODUCTION, "allowed", List.of(Stage.LEAD))),
                new RowError(2, "lead", "out-of-range", Map.of("precision", Precision.MONTH)));
        List<RowError> second = List.of(new RowError(4, "name", "required", Map.of()));
        progress.save(new ImportCounts(1, 0, 1), first);
        progress.save(new ImportCounts(2, 1, 2), second);
        progress.save(new ImportCounts(2, 2, 2), List.of());
        assertThat(jobs.find(job.id()).counts()).isEqualTo(new ImportCounts(2, 2, 2));
        assertThat(jobs.errors(job.number(), 0, 2)).isEqualTo(first);
        assertThat(jobs.errors(job.number(), 2, 2)).isEqualTo(second);
        assertThat(jobs.errors(job.number(), 4, 2)).isEmpty();
    }

    private String state(ImportJob job) {
        ImportJob now = jobs.find(job.id());
        return now.status() + " " + now.failure();
    }

    /** The tables as they are delivered. */
    private final class Migrated {
        ImportJobs jobs(String node) {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            if (jdbc.queryForList("select 1 from information_schema.tables where table_name = 'IMPORT_JOB'")
                    .isEmpty()) {
                new ResourceDatabasePopulator(new ClassPathResource("db/migration/common/V21__imports.sql"))
                        .execute(database);
            }
            return new ImportJobs(
                    jdbc,
                    new JdbcTransactionManager(database),
                    Clock.systemUTC(),
                    new NodeId(node),
                    LogDialect.POSTGRESQL);
        }
    }

    /** Does nothing, when it is told to. */
    private static final class ByHand extends Importer {
        private final List<UUID> begun = new CopyOnWriteArrayList<>();
        private final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();
        private final Semaphore goOn = new Semaphore(0);

        ByHand() {
            super(null, null, null, Catalogue.withIndustries(null), null, null);
        }

        @Override
        void run(ImportJob job, ImportFile file, BooleanSupplier stopped) {
            begun.add(job.id());
            while (!goOn.tryAcquire()) {
                if (stopped.getAsBoolean()) {
                    throw new ImportStopped();
                }
                Thread.onSpinWait();
            }
            RuntimeException failure = failures.get(job.actor());
            if (failure != null) {
                throw failure;
            }
        }
    }
}
