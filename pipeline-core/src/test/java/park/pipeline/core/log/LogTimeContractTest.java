package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** recordedAt grows from command to command whatever the clock does, so that no instant splits one. */
class LogTimeContractTest extends LogContract {
    @Test
    void commands_are_a_microsecond_apart_while_the_clock_stands_still() {
        List<Pending> group = List.of(writer.submit(Appends.first(A)), writer.submit(Appends.first(B)));
        group.getLast().await();
        Appended next = store(Appends.first(C));

        assertThat(group.stream().map(pending -> pending.await().recordedAt())).containsExactly(NOW, micros(1));
        assertThat(next.recordedAt()).isEqualTo(micros(2));
    }

    @Test
    void recorded_times_go_on_growing_when_the_clock_goes_back() {
        store(Appends.first(A));
        clock.move(Duration.ofHours(-2));
        store(Appends.of(A, 2, 1));
        clock.move(Duration.ofHours(3));
        store(Appends.of(A, 3, 1));

        assertThat(recordedTimes()).containsExactly(NOW, micros(1), NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void all_events_of_a_command_share_their_instant_and_no_others_do() {
        store(Appends.of(A, 1, 3));
        store(Appends.of(B, 1, 2));

        assertThat(recordedTimes()).containsExactly(NOW, NOW, NOW, micros(1), micros(1));
    }

    @Test
    void an_instant_is_acknowledged_as_it_is_stored_in_whole_microseconds_rounded_down() {
        clock.set(NOW.plusNanos(999));

        Appended first = store(Appends.first(A));
        Appended second = store(Appends.first(B));

        assertThat(recordedTimes()).containsExactly(NOW, micros(1));
        assertThat(List.of(first.recordedAt(), second.recordedAt())).isEqualTo(recordedTimes());
    }

    @Test
    void a_new_writer_goes_on_where_the_last_one_stopped() {
        store(Appends.of(A, 1, 4));
        clock.move(Duration.ofDays(-1));

        Appended next = anotherNode().submit(Appends.first(B)).await();

        assertThat(next).isEqualTo(new Appended(5, 1, micros(1)));
        assertThat(reader.head()).isEqualTo(5);
        assertThat(reader.lastRecordedAt()).isEqualTo(micros(1));
    }

    @Test
    void two_writers_in_turn_never_give_one_instant_twice() {
        LogWriter other = anotherNode();
        for (long sequence = 1; sequence <= 5; sequence++) {
            store(Appends.of(A, sequence, 1));
            other.submit(Appends.of(B, sequence, 1)).await();
        }

        assertThat(recordedTimes()).doesNotHaveDuplicates().isSorted().hasSize(10);
    }

    @Test
    void an_empty_log_was_last_written_at_the_epoch() {
        assertThat(reader.head()).isZero();
        assertThat(reader.lastRecordedAt()).isEqualTo(Instant.EPOCH);
    }

    private List<Instant> recordedTimes() {
        return all().stream().map(event -> event.recorded().recordedAt()).toList();
    }

    private static Instant micros(long count) {
        return NOW.plus(count, ChronoUnit.MICROS);
    }
}
