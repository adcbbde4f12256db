package park.pipeline.core.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
    private static final int PAGE = 1_000;

    private final LogReader reader;
    private final Consumer<CommitStream> onClose;
    private final Deque<TrackedEventMessage<?>> page = new ArrayDeque<>();
    private final Object news = new Object();
    private long wakes;
    private volatile @Nullable Runnable callback;
    private long position;

    CommitStream(LogReader reader, long position, Consumer<CommitStream> onClose) {
        this.reader = reader;
        this.position = position;
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
        onClose.accept(this);
    }

    @Override
    public boolean setOnAvailableCallback(Runnable whenAvailable) {
        callback = whenAvailable;
        return true;
    }

    void wake() {
        Runnable listener = callback;
        if (listener != null) {
            listener.run();
        }
        synchronized (news) {
            wakes++;
            news.notifyAll();
        }
    }

    private void fill() {
        if (!page.isEmpty()) {
            return;
        }
        for (Commit commit : reader.commitsAfter(position, PAGE)) {
            position = commit.position();
            page.add(message(commit));
        }
    }

    private static TrackedEventMessage<Commit> message(Commit commit) {
        String id = commit.events().getLast().recorded().eventId().toString();
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(commit.position()),
                new GenericEventMessage<>(id, commit, MetaData.emptyInstance(), commit.recordedAt()));
    }
}
