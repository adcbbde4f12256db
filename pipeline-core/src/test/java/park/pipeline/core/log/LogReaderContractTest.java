package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The log by position and by project: whole commands, whatever the size of a page. */
class LogReaderContractTest extends LogContract {
    private static final List<Integer> SIZES = List.of(1, 9, 2, 8, 1, 1, 3, 7, 4, 6, 5, 9);
    private static final int EVENTS = 56;

    @Test
    void no_size_of_page_cuts_a_command_in_two_or_leaves_one_out() {
        storeCommandsOfAllSizes();

        for (int limit = 1; limit <= EVENTS + 1; limit++) {
            List<Commit> read = page(limit);
            assertThat(read.stream().map(commit -> commit.events().size()))
                    .as("pages of %d", limit)
                    .isEqualTo(SIZES);
            assertThat(read.stream().map(Commit::projectId)).isEqualTo(projects());
        }
    }

    @Test
    void a_page_of_commands_is_about_as_long_as_was_asked() {
        storeCommandsOfAllSizes();

        assertThat(reader.commitsAfter(0, 1)).as("one command is never cut").hasSize(1);
        assertThat(events(reader.commitsAfter(0, 12))).isEqualTo(10);
        assertThat(events(reader.commitsAfter(10, 20))).isEqualTo(15);
        assertThat(reader.commitsAfter(EVENTS, 10)).isEmpty();
    }

    @Test
    void events_are_read_behind_a_position_and_at_most_as_many_as_asked() {
        storeCommandsOfAllSizes();

        assertThat(reader.after(0, 3).stream().map(LoggedEvent::position)).containsExactly(1L, 2L, 3L);
        assertThat(reader.after(53, 10).stream().map(LoggedEvent::position)).containsExactly(54L, 55L, 56L);
        assertThat(reader.after(EVENTS, 10)).isEmpty();
    }

    @Test
    void parts_of_any_size_hold_every_project_once_and_whole() {
        store(Appends.of(A, 1, 2));
        store(Appends.of(B, 1, 3));
        store(Appends.of(A, 3, 2));
        store(Appends.of(C, 1, 1));
        store(Appends.of(B, 4, 1)); // behind the position up to which is read

        for (int size = 0; size <= 10; size++) {
            List<LoggedEvent> read = new ArrayList<>();
            UUID after = null;
            UUID last = reader.streams().endOfPart(after, size);
            while (last != null) {
                read.addAll(reader.streams().part(after, last, 8));
                after = last;
                last = reader.streams().endOfPart(after, size);
            }
            assertThat(read.stream().map(LoggedEvent::position))
                    .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
            assertThat(positions(
                            read.stream().filter(e -> e.projectId().equals(A)).toList()))
                    .containsExactly(1L, 2L, 6L, 7L);
            assertThat(read.stream().map(LoggedEvent::projectId).distinct()).hasSize(3);
        }
    }

    @Test
    void several_projects_are_read_at_once_up_to_a_position() {
        store(Appends.of(A, 1, 2));
        store(Appends.of(B, 1, 3));
        store(Appends.of(A, 3, 2));
        store(Appends.of(C, 1, 1));

        assertThat(positions(reader.streams().of(List.of(A, C), 6))).containsExactly(1L, 2L, 6L);
        assertThat(positions(reader.streams().of(List.of(C, UUID.randomUUID()), 100)))
                .containsExactly(8L);
        assertThat(reader.streams().of(List.of(), 100)).isEmpty();
    }

    @Test
    void an_empty_log_has_no_parts() {
        assertThat(reader.streams().endOfPart(null, 100)).isNull();
    }

    @Test
    void a_project_is_read_from_a_sequence_and_up_to_a_position() {
        store(Appends.of(A, 1, 2));
        store(Appends.of(B, 1, 3));
        store(Appends.of(A, 3, 2));

        assertThat(positions(reader.streams().of(A, 1, Long.MAX_VALUE))).containsExactly(1L, 2L, 6L, 7L);
        assertThat(positions(reader.streams().of(A, 2, 6))).containsExactly(2L, 6L);
        assertThat(positions(reader.streams().of(A, 1, 5))).containsExactly(1L, 2L);
        assertThat(positions(reader.streams().of(B, 1, 2))).isEmpty();
        assertThat(reader.streams().of(C, 1, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void events_are_read_at_the_positions_asked_for_in_the_order_of_the_log() {
        store(Appends.of(A, 1, 2));
        store(Appends.of(B, 1, 3));

        assertThat(positions(reader.at(List.of(4L, 1L, 5L, 9L)))).containsExactly(1L, 4L, 5L);
        assertThat(reader.at(List.of())).isEmpty();
    }

    @Test
    void an_event_is_read_as_it_was_stored() {
        Append append = Appends.of(A, 1, 1);
        Append.Line line = append.lines().getFirst();
        Appended appended = store(append);

        LoggedEvent read = all().getFirst();
        assertThat(read.data()).isEqualTo(line.data());
        assertThat(read.event()).isEqualTo(Appends.event(1));
        assertThat(read.recorded().eventId()).isEqualTo(line.eventId());
        assertThat(read.recorded().recordedAt()).isEqualTo(appended.recordedAt());
        assertThat(List.of(read.type(), read.actor(), read.projectId(), read.revision()))
                .containsExactly("ContactLogged", Appends.ACTOR, A, 1);
    }

    private void storeCommandsOfAllSizes() {
        List<Pending> all = IntStream.range(0, SIZES.size())
                .mapToObj(i -> writer.submit(Appends.of(projects().get(i), 1, SIZES.get(i))))
                .toList();
        assertThat(all.getLast().await().position()).isEqualTo(EVENTS);
    }

    private static List<UUID> projects() {
        return IntStream.range(0, SIZES.size()).mapToObj(i -> new UUID(2, i)).toList();
    }

    private List<Commit> page(int limit) {
        List<Commit> read = new ArrayList<>();
        List<Commit> next = reader.commitsAfter(0, limit);
        while (!next.isEmpty()) {
            read.addAll(next);
            next = reader.commitsAfter(next.getLast().position(), limit);
        }
        return read;
    }

    private static int events(List<Commit> commits) {
        return commits.stream().mapToInt(commit -> commit.events().size()).sum();
    }

    private static List<Long> positions(List<LoggedEvent> events) {
        return events.stream().map(LoggedEvent::position).toList();
    }
}
