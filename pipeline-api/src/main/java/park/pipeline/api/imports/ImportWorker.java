package park.pipeline.api.imports;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import park.pipeline.api.imports.table.ImportFile;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.core.log.LogUnavailable;

/**
 * Does one import after the other, in a thread of its own. It begins before requests come in and ends after the last
 * one; an import that it must leave is FAILED {@code interrupted}.
 */
@Component
class ImportWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    /** Files wait in memory: five of the largest. */
    private static final long MOST_WAITING_BYTES = 100L << 20;
    /** Less than a phase of the shutdown has; a window takes a few hundredths of a second. */
    private static final long PATIENCE_SECONDS = 4;
    /** Next to Axon: begins after it and before the web server, and ends while there still are command handlers. */
    private static final int PHASE = SpringAxonConfiguration.LIFECYCLE_PHASE + 1;

    private final ImportJobs jobs;
    private final Importer importer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("imports").daemon().factory());
    private final AtomicLong waitingBytes = new AtomicLong();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean running;

    ImportWorker(ImportJobs jobs, Importer importer) {
        this.jobs = jobs;
        this.importer = importer;
    }

    /**
     * Stores an import and puts it in line.
     *
     * @throws park.pipeline.api.problem.ProblemException 503 {@code unavailable} where too much waits already
     */
    ImportJob submit(ImportFile file, String actor, boolean dryRun) {
        boolean inLine = false;
        try {
            if (waitingBytes.addAndGet(file.size()) > MOST_WAITING_BYTES || isStopping()) {
                throw ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable")
                        .asException();
            }
            ImportJob job = jobs.create(actor, dryRun, file.rowCount());
            thread.execute(() -> work(job, file));
            inLine = true;
            return job;
        } finally {
            if (!inLine) {
                waitingBytes.addAndGet(-file.size());
            }
        }
    }

    private void work(ImportJob job, ImportFile file) {
        try {
            importer.run(job, file, this::isStopping);
            finish(job, null);
        } catch (ImportStopped e) {
            finish(job, "interrupted");
        } catch (LogUnavailable | ConcurrencyException | DataAccessException | TransactionException e) {
            LOG.warn("Import {} cannot go on: the database does not answer", job.id(), e);
            finish(job, "unavailable");
        } catch (RuntimeException | Error e) {
            LOG.error("Import {} failed", job.id(), e);
            finish(job, "internal");
        } finally {
            waitingBytes.addAndGet(-file.size());
        }
    }

    /** Tries until the database is there again; if the service goes down before, the next start ends the import. */
    private void finish(ImportJob job, @Nullable String failure) {
        do {
            try {
                jobs.finish(job, failure);
                LOG.info("Import {} of {}: {}", job.id(), job.actor(), failure == null ? "done" : failure);
                return;
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("The end of import {} is not stored yet", job.id(), e);
            }
        } while (!stopsWithinASecond());
    }

    private boolean stopsWithinASecond() {
        try {
            return stopping.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    @Override
    public void start() {
        jobs.interruptAbandoned();
        running = true;
    }

    /** The thread is asked, not interrupted: an interrupt in the wrong moment closes H2's file. */
    @Override
    public void stop() {
        stopping.countDown();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("An import has not ended; the next start calls it interrupted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
