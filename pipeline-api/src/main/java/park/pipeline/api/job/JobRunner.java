package park.pipeline.api.job;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import park.pipeline.api.problem.ApiProblem;

/** Runs jobs, each in a thread of its own, and takes down what they report. */
@Component
public class JobRunner implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final long SAVED_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long PATIENCE_MS = 5_000;

    /** What a job does. */
    public interface Work {
        /** @throws RuntimeException if it cannot come to its end: the job has then failed */
        void run(Reports reports);
    }

    /** Takes what a job has to tell. */
    public interface Reports {
        /**
         * Replaces what was told before; as often as one likes.
         *
         * @param report becomes the fields of the answer
         * @throws IllegalStateException if the job must end
         */
        void say(Object report);
    }

    private final Jobs jobs;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    JobRunner(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Starts a job.
     *
     * @param first what is told of it until it tells something itself
     * @return the job, which goes on in the background; refused by 409 where another one runs
     */
    public Job start(Job.Kind kind, String actor, Object first, Work work) {
        Job job = jobs.create(kind, actor, first);
        if (job == null) {
            throw ApiProblem.of(HttpStatus.CONFLICT, "already-running").asException();
        }
        Thread thread = Thread.ofPlatform().name("job-" + kind).daemon().unstarted(() -> run(job, first, work));
        threads.add(thread);
        thread.start();
        return job;
    }

    private void run(Job job, Object first, Work work) {
        LatestReport reports = new LatestReport(job.id(), first);
        try {
            work.run(reports);
            jobs.finish(job.id(), reports.latest, null);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", job.kind(), job.id(), e);
            jobs.finish(job.id(), reports.latest, running ? cause(e) : Job.INTERRUPTED);
        } finally {
            threads.remove(Thread.currentThread());
        }
    }

    private static String cause(Throwable failure) {
        @Nullable String message = failure.getMessage();
        String text = message == null ? failure.toString() : message;
        return text.length() > 1_000 ? text.substring(0, 1_000) : text;
    }

    private final class LatestReport implements Reports {
        private final UUID job;
        private Object latest;
        private long savedAt = System.nanoTime() - SAVED_EVERY_NANOS;

        LatestReport(UUID job, Object first) {
            this.job = job;
            this.latest = first;
        }

        @Override
        public void say(Object report) {
            latest = report;
            if (!running) {
                throw new IllegalStateException("The service stops");
            }
            long now = System.nanoTime();
            if (now - savedAt >= SAVED_EVERY_NANOS) {
                if (!jobs.save(job, report)) {
                    throw new IllegalStateException("The job was taken for dead and runs no more");
                }
                savedAt = now;
            }
        }
    }

    @Override
    public void start() {
        jobs.interruptAbandoned();
        running = true;
    }

    /** Asked, not interrupted: an interrupt in the wrong moment closes H2's file. */
    @Override
    public void stop() {
        running = false;
        try {
            for (Thread thread : Set.copyOf(threads)) {
                thread.join(PATIENCE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
