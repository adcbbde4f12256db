package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import park.pipeline.core.project.Project;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.Refused;
import park.pipeline.core.project.Remarks;
import park.pipeline.core.project.Timeline;

/** Commands that are decided on what is remembered: the log is not asked, and takes nothing that it does not bear out. */
class OptimisticCommandContractTest extends TwoNodesContract {
    @Test
    void what_is_remembered_of_a_whole_life_is_what_the_log_adds_up_to() {
        for (ProjectCommand command : WholeLife.commands(A)) {
            axon.send(command, optimistic());
        }

        assertThat(questions).as("questions to the log").hasValue(0);
        Timeline folded = Timeline.EMPTY;
        for (LoggedEvent event : reader.streams().of(A, 1, Long.MAX_VALUE)) {
            folded = folded.after(event.recorded());
        }
        assertThat(folded.version()).isGreaterThan(20);
        assertThat(engine.readSnapshot(A.toString()).map(snapshot -> ((Project) snapshot.getPayload()).timeline()))
                .contains(folded);
    }

    @Test
    void who_does_not_ask_for_it_is_decided_on_a_look_at_the_log() {
        axon.send(WholeLife.lead(A, "一"), optimistic());
        axon.send(negotiation(A), Submission.by("a"));

        assertThat(questions).hasValue(1);
    }

    @Test
    void what_another_node_wrote_unheard_makes_it_a_lost_race_and_the_next_one_looks() {
        axon.send(WholeLife.lead(A, "一"), optimistic());
        elsewhere.send(negotiation(A), Submission.by("b"));
        Submission hopeful = optimistic();

        assertThatThrownBy(() -> axon.send(intent(A), hopeful)).isInstanceOf(ConcurrencyException.class);
        assertThat(hopeful.isUnverified()).as("the log was asked").isFalse();
        assertThat(reader.head()).isEqualTo(2);
        axon.send(intent(A), optimistic());

        assertThat(reader.head()).isEqualTo(3);
        assertThat(questions).hasValue(1);
    }

    @Test
    void once_a_group_shows_that_another_node_has_written_what_was_known_before_is_looked_up() {
        axon.send(WholeLife.lead(A, "一"), optimistic());
        elsewhere.send(negotiation(A), Submission.by("b"));
        axon.send(WholeLife.lead(B, "二"), optimistic());

        axon.send(intent(A), optimistic());
        axon.send(negotiation(B), optimistic());

        assertThat(questions).as("for the older one of the two").hasValue(1);
        assertThat(reader.head()).isEqualTo(5);
    }

    @Test
    void what_was_heard_of_another_node_is_looked_up_and_what_was_heard_of_our_own_is_not() {
        axon.send(WholeLife.lead(A, "一"), optimistic());
        writer.heard(1);
        axon.send(negotiation(A), optimistic());
        assertThat(questions).hasValue(0);

        elsewhere.send(intent(A), Submission.by("b"));
        writer.heard(3);
        Submission warned = optimistic();
        assertThatThrownBy(() -> axon.send(intent(A), warned)).isInstanceOf(Refused.class);

        assertThat(questions).hasValue(1);
        assertThat(warned.isUnverified()).as("refused by what the log says").isFalse();
    }

    @Test
    void a_refusal_by_what_is_remembered_says_that_it_is_unverified() {
        axon.send(WholeLife.lead(A, "一"), optimistic());
        axon.send(negotiation(A), optimistic());
        Submission hopeful = optimistic();

        assertThatThrownBy(() -> axon.send(negotiation(A), hopeful)).isInstanceOf(Refused.class);

        assertThat(hopeful.isUnverified()).isTrue();
        assertThat(questions).hasValue(0);
    }

    @Test
    void nothing_is_stored_behind_an_event_that_the_log_no_longer_holds() {
        axon.send(WholeLife.lead(A, "一"), optimistic());
        axon.send(negotiation(A), optimistic());
        // as after a restore of the database under a running node
        database.execute("delete from event_log where log_position = 2");

        assertThatThrownBy(() -> axon.send(intent(A), optimistic())).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> axon.send(intent(A), Submission.by("a")))
                .as("finds out, and forgets")
                .isInstanceOf(ConcurrencyException.class);
        axon.send(intent(A), Submission.by("a"));

        assertThat(reader.streams().of(A, 1, Long.MAX_VALUE))
                .extracting(event -> event.recorded().sequence())
                .containsExactly(1L, 2L);
    }

    @Test
    void of_a_group_only_that_one_fails_which_follows_an_event_that_is_not_there() {
        Append first = Appends.first(A);
        store(first);
        UUID known = first.lines().getFirst().eventId();
        Pending before = writer.submit(following(known, Appends.of(A, 2, 2)));
        Pending lost = writer.submit(following(known, Appends.of(B, 2, 1)));
        Pending after = writer.submit(Appends.first(C));

        assertThat(before.await().position()).isEqualTo(3);
        assertThatThrownBy(lost::await).isInstanceOf(ConcurrencyException.class);
        assertThat(after.await().position()).isEqualTo(4);
        assertThat(all()).extracting(LoggedEvent::projectId).containsExactly(A, A, A, C);
    }

    private static Append following(UUID event, Append append) {
        List<Append.Line> lines = new ArrayList<>(append.lines());
        lines.set(0, lines.getFirst().following(event));
        return new Append(append.projectId(), Appends.ACTOR, lines, append.claims(), null, null, null);
    }

    private static ProjectCommand negotiation(UUID id) {
        return new ProjectCommand.OpenNegotiation(id, AxonByHand.TODAY, Remarks.NONE);
    }

    private static ProjectCommand intent(UUID id) {
        return new ProjectCommand.SignIntent(id, AxonByHand.TODAY, null, null, Remarks.NONE);
    }
}
