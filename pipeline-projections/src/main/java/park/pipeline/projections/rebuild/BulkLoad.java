package park.pipeline.projections.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.projections.view.BulkRows;
import park.pipeline.projections.view.Feed;
import park.pipeline.projections.view.Generation;

/**
 * Fills the empty tables of a view from the log, project by project instead of event by event: what a project's rows become is
 * known once its whole life has been read, so that each row is written once, and in bulk. Order matters only within a project:
 * parts of the log are read, folded and written side by side, each in a transaction of its own; few are in memory at a time.
 */
final class BulkLoad {
    private static final int EVENTS = 5_000;
    private static final int MOST_AT_ONCE = 4;
    private static final int TOLD_EVERY_MS = 200;

    private final Feed feed;
    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final LogReader reader;
    private final Generation generation;
    private final long upTo;
    private final AtomicLong events = new AtomicLong();
    private @Nullable UUID lastOfPart;
    private boolean atEnd;

    /**
     * A load that can be run once.
     *
     * @param upTo events behind this position are left out
     */
    BulkLoad(
            Feed feed,
            JdbcTemplate jdbc,
            TransactionOperations transaction,
            LogReader reader,
            Generation generation,
            long upTo) {
        this.feed = feed;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.reader = reader;
        this.generation = generation;
        this.upTo = upTo;
    }

    /**
     * Returns when all is written; the first failure ends it.
     *
     * @param atEnd is done once, when all parts are written
     * @param progress is told in the caller's thread how many events have been loaded so far; may throw to end the load
     * @throws LogDoesNotFit if they cannot be taken in
     */
    void run(Runnable atEnd, LongConsumer progress) {
        int workers = Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors());
        try (ExecutorService threads = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().name("rebuild-", 0).factory())) {
            try {
                List<Future<?>> running = new ArrayList<>();
                for (int i = 0; i < workers; i++) {
                    running.add(threads.submit(this::loadParts));
                }
                for (Future<?> one : running) {
                    await(one, progress);
                }
                await(threads.submit(atEnd), progress);
                progress.accept(events.get());
            } finally {
                end();
            }
        }
    }

    private void await(Future<?> one, LongConsumer progress) {
        while (true) {
            try {
                one.get(TOLD_EVERY_MS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                progress.accept(events.get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure
                        ? LogDoesNotFit.behind(0, failure)
                        : new IllegalStateException("The load failed", e.getCause());
            } catch (InterruptedException e) {
                // Not passed on before the threads have ended: an interrupt in the wrong moment closes H2's file.
                end();
                throw new IllegalStateException("The load was interrupted", e);
            }
        }
    }

    private record Part(@Nullable UUID after, UUID last) {}

    private void loadParts() {
        boolean done = false;
        try {
            Part part = next();
            while (part != null) {
                load(part);
                part = next();
            }
            done = true;
        } finally {
            if (!done) {
                end();
            }
        }
    }

    private synchronized @Nullable Part next() {
        UUID after = lastOfPart;
        UUID last = atEnd ? null : reader.streams().endOfPart(after, EVENTS);
        lastOfPart = last;
        atEnd = last == null;
        return last == null ? null : new Part(after, last);
    }

    private synchronized void end() {
        atEnd = true;
    }

    private void load(Part part) {
        List<LoggedEvent> read = reader.streams().part(part.after(), part.last(), upTo);
        BulkRows rows = new BulkRows();
        streams(read).forEach(stream -> feed.load(stream, rows));
        transaction.executeWithoutResult(status -> rows.write(jdbc, generation));
        events.addAndGet(read.size());
    }

    private static List<List<LoggedEvent>> streams(List<LoggedEvent> events) {
        List<List<LoggedEvent>> streams = new ArrayList<>();
        int first = 0;
        for (int next = 1; next <= events.size(); next++) {
            if (next == events.size()
                    || !events.get(next).projectId().equals(events.get(first).projectId())) {
                streams.add(events.subList(first, next));
                first = next;
            }
        }
        return streams;
    }
}
