package park.pipeline.projections.view;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.log.CommitSource;

/**
 * The log as one view reads it. An event that cannot even be read stops the view as loudly as one that it cannot take
 * in: Axon's coordinator alone would log it and try again for ever, with nobody the wiser.
 */
public final class WatchedSource implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final CommitSource log;
    private final String view;
    private final ViewPositions positions;

    public WatchedSource(CommitSource log, String view, ViewPositions positions) {
        this.log = log;
        this.view = view;
        this.positions = positions;
    }

    /** Behind what the view has taken in, even where its token lags: after a rebuild in bulk there is nothing to pass over. */
    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        long taken = positions.of(view);
        boolean lags = token == null || token.position().orElse(0) < taken;
        return new WatchedStream(log.openStream(lags ? new GlobalSequenceTrackingToken(taken) : token));
    }

    @Override
    public TrackingToken createTailToken() {
        return log.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return log.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return log.createTokenAt(instant);
    }

    private interface Read<T> {
        T read() throws InterruptedException;
    }

    private final class WatchedStream implements BlockingStream<TrackedEventMessage<?>> {
        private final BlockingStream<TrackedEventMessage<?>> stream;

        WatchedStream(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        private <T> T watched(Read<T> read) throws InterruptedException {
            try {
                T result = read.read();
                positions.stops().readable(view);
                return result;
            } catch (RuntimeException e) {
                positions.stops().unreadable(view, e);
                positions.moved();
                throw e;
            }
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            try {
                return watched(stream::peek);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return watched(() -> stream.hasNextAvailable(timeout, unit));
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return watched(stream::nextAvailable);
        }

        @Override
        public void close() {
            stream.close();
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            return stream.setOnAvailableCallback(callback);
        }
    }
}
