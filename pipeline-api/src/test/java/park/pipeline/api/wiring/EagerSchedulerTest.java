package park.pipeline.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.Test;

/** Axon's pause is where we look for it; if a new version pauses otherwise, this says so. */
class EagerSchedulerTest {
    private static final int EVENTS = 6_000;

    private final AtomicInteger handled = new AtomicInteger();

    @EventHandler
    void on(String event) {
        handled.incrementAndGet();
        // slower than the reader, so that the work package is full now and then
        long until = System.nanoTime() + 20_000;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_view_that_catches_up_does_not_idle() {
        EagerScheduler scheduler = new EagerScheduler("test");
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name("test")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(List.of(this))
                        .build())
                .messageSource(new Many())
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .initialSegmentCount(1)
                .batchSize(10)
                .initialToken(source -> new GlobalSequenceTrackingToken(0))
                .coordinatorExecutor(name -> scheduler)
                .workerExecutor(name -> new EagerScheduler("worker"))
                .build();
        processor.start();

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> handled.get() == EVENTS);

        processor.shutDown();
        scheduler.shutdown();
        assertThat(scheduler.shortened()).isPositive();
    }

    /** So many events, all there at once. */
    private static final class Many implements StreamableMessageSource<TrackedEventMessage<?>> {
        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
            return new Stream(token == null ? 0 : token.position().orElse(0));
        }
    }

    private static final class Stream implements BlockingStream<TrackedEventMessage<?>> {
        private long position;

        Stream(long position) {
            this.position = position;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return position < EVENTS ? Optional.of(message(position + 1)) : Optional.empty();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return position < EVENTS;
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return message(++position);
        }

        @Override
        public void close() {
            // nothing is open
        }

        private static TrackedEventMessage<String> message(long position) {
            return new GenericTrackedEventMessage<>(
                    new GlobalSequenceTrackingToken(position), GenericEventMessage.asEventMessage("event"));
        }
    }
}
