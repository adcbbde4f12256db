package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

/** Appends take a turn, and share it: what is held up before its commit holds up all that comes behind it. */
class LogTurnContractTest extends LogContract {
    @Test
    void nothing_of_a_held_up_command_is_visible_and_what_comes_later_stands_behind_it() throws Exception {
        Gate gate = new Gate();
        CommitSource source = new CommitSource(reader, writer, Duration.ZERO);
        var stream = source.openStream(null);
        LogWriter heldUp = writerAtWhoseCommit(gate);
        FutureTask<Appended> first =
                meanwhile(() -> heldUp.submit(Appends.of(A, 1, 2)).await());
        gate.awaitSomebody();
        FutureTask<Appended> second =
                meanwhile(() -> writer.submit(Appends.of(B, 1, 3)).await());
        database.awaitBlocked(second::isDone);

        assertThat(all()).isEmpty();
        assertThat(reader.head()).isZero();
        assertThat(stream.peek()).isEmpty();
        assertThat(second.isDone()).isFalse();

        gate.open();
        assertThat(first.get().position()).isEqualTo(2);
        assertThat(second.get().position()).isEqualTo(5);
        assertThat(List.of(next(stream), next(stream))).containsExactly(A, B);
        assertThat(stream.peek()).isEmpty();
    }

    @Test
    void a_writer_waits_for_whoever_holds_the_head_of_the_log() throws Exception {
        FutureTask<Appended> append;
        try (Connection other = database.dataSource().getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeQuery("select head_position from log_head where id = 1 for update");
            append = meanwhile(() -> store(Appends.first(A)));
            database.awaitBlocked(append::isDone);

            assertThat(append.isDone()).isFalse();
            assertThat(all()).isEmpty();

            statement.executeUpdate("update log_head set head_position = 41");
            other.commit();
        }
        assertThat(append.get().position()).isEqualTo(42);
    }

    @Test
    void what_waits_together_is_stored_in_one_transaction() {
        AtomicInteger commits = new AtomicInteger();
        LogWriter counted = writerAtWhoseCommit(real -> {
            commits.incrementAndGet();
            real.proceed();
        });
        List<Pending> waiting = submitMany(counted, 100);

        assertThat(waiting.getLast().await().position()).isEqualTo(100);
        int ofOneGroup = kind == Database.H2_FILE ? 2 : 1;
        assertThat(commits).as("one, and one of the checkpoint").hasValue(ofOneGroup);
        assertThat(waiting).allMatch(Pending::isDone);
    }

    @Test
    void more_than_one_group_holds_is_stored_in_the_order_of_the_calls() {
        List<Pending> waiting = submitMany(writer, 1_300);

        waiting.getLast().await();
        assertThat(waiting.stream().map(pending -> pending.await().position()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1_300).boxed().toList());
    }

    @Test
    void news_of_an_append_comes_once_it_can_be_read() {
        List<Long> heads = new ArrayList<>();
        writer.onAppended(group -> heads.add(reader.head()));

        store(Appends.of(A, 1, 2));
        store(Appends.of(A, 3, 3));

        assertThat(heads).containsExactly(2L, 5L);
    }

    private static List<Pending> submitMany(LogWriter writer, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> writer.submit(Appends.first(new UUID(1, i))))
                .toList();
    }

    private static UUID next(BlockingStream<TrackedEventMessage<?>> stream) throws InterruptedException {
        return ((Commit) stream.nextAvailable().getPayload()).projectId();
    }
}
