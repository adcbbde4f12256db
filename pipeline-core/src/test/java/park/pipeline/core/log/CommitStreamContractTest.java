package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log as Axon's processors read it: one message a command, its token the command's position. */
class CommitStreamContractTest extends LogContract {
    private CommitSource source;

    @BeforeEach
    void openTheSource() {
        source = new CommitSource(reader, writer, Duration.ZERO);
    }

    @Test
    void a_message_is_a_whole_command_with_its_position_and_instant() throws Exception {
        Append append = Appends.of(A, 1, 3);
        store(append);

        TrackedEventMessage<?> message = source.openStream(null).nextAvailable();

        Commit commit = (Commit) message.getPayload();
        assertThat(commit.events().stream().map(LoggedEvent::position)).containsExactly(1L, 2L, 3L);
        assertThat(message.trackingToken()).isEqualTo(token(3));
        assertThat(message.getTimestamp()).isEqualTo(NOW);
        assertThat(message.getIdentifier())
                .isEqualTo(append.lines().getLast().eventId().toString());
    }

    @Test
    void a_stream_goes_on_behind_its_token() throws Exception {
        store(Appends.of(A, 1, 3));
        store(Appends.of(B, 1, 2));

        assertThat(next(source.openStream(token(3)))).isEqualTo(B);
        assertThat(next(source.openStream(source.createTailToken()))).isEqualTo(A);
        assertThat(source.openStream(source.createHeadToken()).peek()).isEmpty();
    }

    @Test
    void the_head_is_the_last_position_and_there_is_no_token_of_an_instant() {
        store(Appends.of(A, 1, 3));

        assertThat(source.createHeadToken()).isEqualTo(token(3));
        assertThatThrownBy(() -> source.createTokenAt(Instant.EPOCH)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void to_look_is_not_to_take() throws Exception {
        store(Appends.first(A));
        var stream = source.openStream(null);

        assertThat(stream.peek()).isPresent().isEqualTo(stream.peek());
        assertThat(stream.hasNextAvailable(0, TimeUnit.SECONDS)).isTrue();
        assertThat(next(stream)).isEqualTo(A);
        assertThat(stream.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void a_log_of_many_pages_is_read_whole() throws Exception {
        List<Pending> appends = IntStream.range(0, 500)
                .mapToObj(i -> writer.submit(Appends.of(new UUID(3, i), 1, 1 + i % 9)))
                .toList();
        long last = appends.getLast().await().position();
        var stream = source.openStream(null);

        List<Long> read = new ArrayList<>();
        while (stream.hasNextAvailable(0, TimeUnit.SECONDS)) {
            read.add(stream.nextAvailable().trackingToken().position().orElseThrow());
        }

        assertThat(last).isGreaterThan(2_000);
        assertThat(read)
                .isEqualTo(appends.stream().map(one -> one.await().position()).toList());
    }

    @Test
    void news_wakes_whoever_waits() throws Exception {
        var stream = source.openStream(null);
        FutureTask<Boolean> waiting = new FutureTask<>(() -> stream.hasNextAvailable(1, TimeUnit.HOURS));
        Thread thread = Thread.ofPlatform().daemon().start(waiting);
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        store(Appends.first(A));

        assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void news_that_comes_between_the_look_and_the_wait_is_not_missed() throws Exception {
        AtomicBoolean once = new AtomicBoolean();
        var behindTheLook = Intercepted.on("close", database.dataSource(), real -> {
            real.proceed();
            if (once.compareAndSet(false, true)) {
                store(Appends.first(A));
            }
        });
        var stream = new CommitSource(new LogReader(behindTheLook, new EventCodec()), writer, Duration.ZERO)
                .openStream(null);

        FutureTask<Boolean> waiting = meanwhile(() -> stream.hasNextAvailable(1, TimeUnit.HOURS));

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_callback_hears_of_every_append_until_its_stream_is_closed() {
        AtomicInteger heard = new AtomicInteger();
        var stream = source.openStream(null);
        assertThat(stream.setOnAvailableCallback(heard::incrementAndGet)).isTrue();

        store(Appends.first(A));
        source.wake();
        assertThat(heard).hasValue(2);

        stream.close();
        store(Appends.first(B));
        assertThat(heard).hasValue(2);
    }

    @Test
    void who_has_come_to_the_end_does_not_look_again_before_the_pause_is_over() throws Exception {
        var stream = new CommitSource(reader, writer, Duration.ofHours(1)).openStream(null);
        store(Appends.first(A));
        assertThat(next(stream)).isEqualTo(A);

        store(Appends.first(B));

        assertThat(stream.peek()).isEmpty();
        assertThat(stream.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void what_comes_within_the_pause_is_news_once_when_it_is_over() throws Exception {
        AtomicInteger heard = new AtomicInteger();
        var stream = new CommitSource(reader, writer, Duration.ofSeconds(2)).openStream(null);
        stream.setOnAvailableCallback(heard::incrementAndGet);
        store(Appends.first(A));
        assertThat(next(stream)).isEqualTo(A);
        int before = heard.get();

        store(Appends.first(B));
        store(Appends.first(C));

        assertThat(stream.hasNextAvailable(30, TimeUnit.SECONDS)).isTrue();
        assertThat(List.of(next(stream), next(stream))).containsExactly(B, C);
        assertThat(heard.get() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void readers_that_keep_pace_look_at_the_database_once() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        var counted = Intercepted.on("close", database.dataSource(), real -> {
            looks.incrementAndGet();
            real.proceed();
        });
        var shared = new CommitSource(new LogReader(counted, new EventCodec()), writer, Duration.ZERO);
        store(Appends.first(A));

        var one = shared.openStream(null);
        var other = shared.openStream(null);

        assertThat(List.of(next(one), next(other))).containsExactly(A, A);

        assertThat(looks).hasValue(1);
    }

    private static TrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    private static UUID next(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        return ((Commit) stream.nextAvailable().getPayload()).projectId();
    }
}
