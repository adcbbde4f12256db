package park.pipeline.api.wiring;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Coordinates a view's reading of the log. Axon pauses for a fixed tenth of a second whenever a view has been given as much as it
 * takes at once, so that one that catches up would idle most of the time: here that pause is a millisecond.
 */
final class EagerScheduler extends ScheduledThreadPoolExecutor {
    /** Axon 4.13: what its coordinator waits while a work package is full. A test holds it. */
    private static final long PAUSE_MS = 100;

    private final AtomicLong shortened = new AtomicLong();

    EagerScheduler(String view) {
        super(1, Thread.ofPlatform().name("coordinator-" + view).daemon().factory());
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        if (unit.toMillis(delay) != PAUSE_MS) {
            return super.schedule(command, delay, unit);
        }
        shortened.incrementAndGet();
        return super.schedule(command, 1, TimeUnit.MILLISECONDS);
    }

    /** How often a pause was shortened. */
    long shortened() {
        return shortened.get();
    }
}
