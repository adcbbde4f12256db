package park.pipeline.core.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** One reader's way through the log, page by page by keyset: the log is never held in memory as a whole. */
final class CommitStream implements BlockingStream<TrackedEventMessage<?>> {
    /** A page of fewer commands, with none known behind it, was the end of the log. */
    private static final int SMALL = 100;

    private final RecentPages pages;
    private final long pauseNanos;
    private final Consumer<CommitStream> onClose;
    private final Deque<TrackedEventMessage<?>> page = new ArrayDeque<>();
    private final Object news = new Object();
    private final AtomicBoolean toBeWoken = new AtomicBoolean();
    private long wakes;
    private volatile @Nullable Runnable callback;
    private volatile long lookAgainAt = System.nanoTime();
    private long position;

    CommitStream(RecentPages pages, long position, Duration pause, Consumer<CommitStream> onClose) {
        this.pages = pages;
        this.position = position;
        this.pauseNanos = pause.toNanos();
        this.onClose = onClose;
    }

    @Override
    public synchronized Optional<TrackedEventMessage<?>> peek() {
        fill();
        return Optional.ofNullable(page.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (true) {
            // Taken before the look: news that comes between the look and the wait must not be missed.
            long heard = newsSoFar();
            if (peek().isPresent()) {
                return true;
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            synchronized (news) {
                if (wakes == heard) {
                    news.wait(left);
                }
            }
        }
    }

    private long newsSoFar() {
        synchronized (news) {
            return wakes;
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            synchronized (this) {
                fill();
                if (!page.isEmpty()) {
                    return page.remove();
                }
            }
            hasNextAvailable(1, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        callback = null;
        onClose.accept(this);
    }

    @Override
    public boolean setOnAvailableCallback(Runnable whenAvailable) {
        callback = whenAvailable;
        return true;
    }

    /** Tells whoever waits that there may be more: at once, or when the pause is over. */
    void wake() {
        if (pauseLeft() <= 0) {
            tell();
        } else {
            wakeAfterPause();
        }
    }

    private void tell() {
        Runnable listener = callback;
        if (listener != null) {
            listener.run();
        }
        synchronized (news) {
            wakes++;
            news.notifyAll();
        }
    }

    private long pauseLeft() {
        return lookAgainAt - System.nanoTime();
    }

    private void wakeAfterPause() {
        if (toBeWoken.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(pauseLeft(), TimeUnit.NANOSECONDS).execute(() -> {
                toBeWoken.set(false);
                tell();
            });
        }
    }

    private void fill() {
        if (!page.isEmpty()) {
            return;
        }
        if (pauseLeft() > 0) {
            // News may have come before the pause began, and after the look that it began with.
            wakeAfterPause();
            return;
        }
        List<Commit> commits = pages.after(position);
        for (Commit commit : commits) {
            position = commit.position();
            page.add(message(commit));
        }
        if (!commits.isEmpty() && commits.size() < SMALL && !pages.has(position)) {
            lookAgainAt = System.nanoTime() + pauseNanos;
        }
    }

    private static TrackedEventMessage<Commit> message(Commit commit) {
        String id = commit.events().getLast().recorded().eventId().toString();
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(commit.position()),
                new GenericEventMessage<>(id, commit, MetaData.emptyInstance(), commit.recordedAt()));
    }
}
