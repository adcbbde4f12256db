package park.pipeline.api.wiring;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does its work again and again until it is asked to stop. Asked, not interrupted: an interrupt in the wrong moment
 * closes H2's file. A failure that the work did not expect is told in the log, and the work is done again all the same.
 */
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final String name;
    private final Runnable work;
    private final Duration pause;
    private final Runnable farewell;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    /**
     * Does nothing before {@link #start}.
     *
     * @param name of the thread
     * @param work that ends soon after {@link #isStopping} says so
     * @param pause between the end of the work and its next beginning
     */
    public Background(String name, Runnable work, Duration pause) {
        this(name, work, pause, () -> {});
    }

    /** @param farewell what is done last, when it was asked to stop */
    public Background(String name, Runnable work, Duration pause, Runnable farewell) {
        this.name = name;
        this.work = work;
        this.pause = pause;
        this.farewell = farewell;
    }

    public void start() {
        thread = Thread.ofPlatform().name(name).daemon().start(this::goOn);
    }

    private void goOn() {
        try {
            do {
                once(work);
            } while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS));
            once(farewell);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once(Runnable one) {
        try {
            one.run();
        } catch (RuntimeException e) {
            LOG.error("The {} thread failed, and goes on", name, e);
        }
    }

    /** Whether the work should come to its end. */
    public boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Asks it to stop, and waits for that so long at the most. */
    public void stop(Duration patience) {
        stopping.countDown();
        Thread running = thread;
        try {
            if (running != null) {
                running.join(patience.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether its thread is there. */
    public boolean isRunning() {
        Thread running = thread;
        return running != null && running.isAlive();
    }
}
