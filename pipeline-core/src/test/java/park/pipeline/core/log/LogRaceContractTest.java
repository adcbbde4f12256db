package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import park.pipeline.core.project.ClaimChange;

/** Two commands that saw the same version: one is stored, the other is told, and nobody else notices. */
class LogRaceContractTest extends LogContract {
    @Test
    void of_two_commands_on_one_version_in_one_group_the_first_is_stored() {
        Pending before = writer.submit(Appends.of(B, 1, 2));
        Pending winner = writer.submit(Appends.of(A, 1, 2));
        Pending loser = writer.submit(Appends.of(A, 1, 1));
        Pending after = writer.submit(Appends.of(C, 1, 2));

        assertThat(before.await().position()).isEqualTo(2);
        assertThat(winner.await().position()).isEqualTo(4);
        assertLostRace(loser);
        assertThat(after.await().position()).isEqualTo(6);
        assertThat(positions()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(all().stream().map(LoggedEvent::projectId)).containsExactly(B, B, A, A, C, C);
    }

    @Test
    void a_command_that_saw_an_old_version_loses_and_its_group_does_not() {
        store(Appends.of(A, 1, 2));
        Pending loser = writer.submit(Appends.of(A, 2, 4));
        Pending after = writer.submit(Appends.of(A, 3, 1));

        assertLostRace(loser);
        assertThat(after.await().position()).isEqualTo(3);
        assertThat(reader.streams().of(A, 1, Long.MAX_VALUE)).hasSize(3);
    }

    @Test
    void of_two_nodes_that_race_on_one_version_the_earlier_wins_and_the_rest_of_the_later_group_is_stored()
            throws Exception {
        Gate gate = new Gate();
        LogWriter early = writerAtWhoseCommit(gate);
        FutureTask<Appended> winner =
                meanwhile(() -> early.submit(Appends.first(A)).await());
        gate.awaitSomebody();
        LogWriter late = anotherNode();
        Pending beside = late.submit(Appends.first(B));
        Pending loser = late.submit(Appends.first(A));
        Pending behind = late.submit(Appends.first(C));
        FutureTask<Appended> waiting = meanwhile(behind::await);
        database.awaitBlocked(waiting::isDone);
        assertThat(waiting.isDone()).isFalse();
        gate.open();

        assertThat(winner.get().position()).isEqualTo(1);
        assertThat(waiting.get().position()).isEqualTo(3);
        assertThat(beside.await().position()).isEqualTo(2);
        assertLostRace(loser);
        assertThat(all().stream().map(LoggedEvent::projectId)).containsExactly(A, B, C);
    }

    @Test
    void of_sixteen_commands_on_one_version_from_two_nodes_one_is_stored() throws Exception {
        List<LogWriter> nodes = List.of(writer, anotherNode());
        CyclicBarrier together = new CyclicBarrier(16);
        List<FutureTask<Boolean>> racing = IntStream.range(0, 16)
                .mapToObj(i -> meanwhile(() -> {
                    together.await();
                    return wins(nodes.get(i % 2).submit(Appends.first(A)));
                }))
                .toList();

        List<Boolean> outcomes = new ArrayList<>();
        for (var one : racing) {
            outcomes.add(one.get());
        }
        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(positions()).containsExactly(1L);
        assertThat(store(Appends.first(B)).position()).isEqualTo(2);
    }

    @Test
    void nothing_stays_of_a_command_that_fails_at_its_last_event() {
        UUID taken = UUID.randomUUID();
        store(new Append(A, Appends.ACTOR, List.of(Appends.line(taken, 1)), ClaimChange.NONE, null, null, null));
        List<Append.Line> lines = List.of(Appends.line(UUID.randomUUID(), 1), Appends.line(taken, 2));

        assertLostRace(writer.submit(new Append(B, Appends.ACTOR, lines, ClaimChange.NONE, null, null, null)));
        assertThat(reader.streams().of(B, 1, Long.MAX_VALUE)).isEmpty();
        assertThat(store(Appends.first(B)).position()).isEqualTo(2);
    }

    private static boolean wins(Pending pending) {
        try {
            pending.await();
            return true;
        } catch (ConcurrencyException lost) {
            return false;
        }
    }

    private static void assertLostRace(Pending pending) {
        assertThatThrownBy(pending::await).isInstanceOf(ConcurrencyException.class);
    }
}
