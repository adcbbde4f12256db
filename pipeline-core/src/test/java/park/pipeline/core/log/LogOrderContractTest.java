package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/** Many write at once, one reads along: it sees what was acknowledged, whole, once and in order. */
class LogOrderContractTest extends LogContract {
    private static final int WRITERS = 16;
    private static final int COMMANDS = 30;
    private static final int LARGEST = 3;
    private static final List<UUID> PROJECTS =
            IntStream.range(0, 200).mapToObj(i -> new UUID(i, i)).toList();

    /** A command as its caller or a reader knows it. */
    private record Seen(UUID project, Appended as) {}

    @Test
    void a_reader_sees_every_event_of_sixteen_writers_once_in_order_and_without_a_gap() throws Exception {
        readAlongWith(List.of(writer));
    }

    @Test
    void a_reader_sees_every_event_of_two_nodes_once_in_order_and_without_a_gap() throws Exception {
        readAlongWith(List.of(writer, anotherNode()));
    }

    private void readAlongWith(List<LogWriter> nodes) throws Exception {
        CommitSource source = new CommitSource(reader, writer, Duration.ZERO);
        nodes.forEach(node -> node.onAppended(group -> source.wake()));
        FutureTask<List<Commit>> reading = meanwhile(() -> read(source, WRITERS * COMMANDS));
        List<FutureTask<List<Seen>>> writing = IntStream.range(0, WRITERS)
                .mapToObj(i -> meanwhile(() -> write(nodes.get(i % nodes.size()), new Random(i))))
                .toList();

        List<Seen> acknowledged = new ArrayList<>();
        for (var one : writing) {
            acknowledged.addAll(one.get());
        }
        List<Commit> read = reading.get();

        acknowledged.sort(Comparator.comparing(seen -> seen.as().position()));
        assertThat(read.stream().map(LogOrderContractTest::seen)).isEqualTo(acknowledged);
        List<LoggedEvent> events =
                read.stream().flatMap(commit -> commit.events().stream()).toList();
        assertThat(events.stream().map(LoggedEvent::position))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertSequencesAreDense(events);
        assertThat(reader.head()).isEqualTo(events.size());
    }

    private List<Commit> read(CommitSource source, int commands) throws InterruptedException {
        List<Commit> read = new ArrayList<>();
        try (var stream = source.openStream(null)) {
            while (read.size() < commands) {
                read.add((Commit) stream.nextAvailable().getPayload());
            }
            assertThat(stream.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();
        }
        return read;
    }

    /** Each command knows the version that it read, which another one may take meanwhile: then it reads again. */
    private List<Seen> write(LogWriter node, Random random) {
        List<Seen> stored = new ArrayList<>();
        while (stored.size() < COMMANDS) {
            UUID project = PROJECTS.get(random.nextInt(PROJECTS.size()));
            long version = reader.streams().of(project, 1, Long.MAX_VALUE).size();
            Append append = Appends.of(project, version + 1, 1 + random.nextInt(LARGEST));
            try {
                stored.add(new Seen(project, node.submit(append).await()));
            } catch (ConcurrencyException lost) {
                assertThat(reader.streams().of(project, version + 1, Long.MAX_VALUE))
                        .isNotEmpty();
            }
        }
        return stored;
    }

    private static Seen seen(Commit commit) {
        long version = commit.events().getLast().recorded().sequence();
        return new Seen(commit.projectId(), new Appended(commit.position(), version, commit.recordedAt()));
    }

    private static void assertSequencesAreDense(List<LoggedEvent> events) {
        Map<UUID, Long> last = new HashMap<>();
        for (LoggedEvent event : events) {
            long expected = last.merge(event.projectId(), 1L, Long::sum);
            assertThat(event.recorded().sequence()).isEqualTo(expected);
        }
    }
}
