package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import park.pipeline.core.project.Change;
import park.pipeline.core.project.ProfileChanges;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.Refused;
import park.pipeline.core.project.Remarks;
import park.pipeline.core.project.WithdrawalReason;

/** What is remembered of a project is no longer so: nobody is refused for good by it, and nothing is decided on it twice. */
class StaleMemoryContractTest extends TwoNodesContract {
    @Test
    void a_name_that_the_project_no_longer_has_is_claimed_in_vain_and_that_is_a_lost_race() {
        axon.send(WholeLife.lead(A, "一"), optimistic());
        axon.send(withdrawal(A), optimistic());
        axon.send(WholeLife.lead(B, "一"), optimistic());
        elsewhere.send(renamed(A, "二"), Submission.by("b"));

        assertThatThrownBy(() -> axon.send(reopening(A), optimistic())).isInstanceOf(ConcurrencyException.class);

        axon.send(reopening(A), Submission.by("a"));
        assertThat(reader.head()).isEqualTo(5);
    }

    @Test
    void a_name_that_another_project_holds_is_refused_by_the_log() {
        axon.send(WholeLife.lead(A, "一"), optimistic());
        axon.send(withdrawal(A), optimistic());
        axon.send(WholeLife.lead(B, "一"), optimistic());
        Submission hopeful = optimistic();

        assertThatThrownBy(() -> axon.send(reopening(A), hopeful))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("duplicate-lead");
        assertThat(hopeful.isUnverified()).isFalse();
    }

    @Test
    void whoever_began_with_what_is_forgotten_meanwhile_goes_on_with_it_and_leaves_it_remembered() {
        AtomicBoolean forgetful = new AtomicBoolean();
        AtomicReference<LogWriter> busy = new AtomicReference<>();
        busy.set(writerOn(Intercepted.seen(database.dataSource(), connection -> {
            if (forgetful.get()) {
                busy.get().others().wrote(0, 1);
            }
        })));
        PipelineEventStorageEngine storing = new PipelineEventStorageEngine(busy.get(), counted, new EventCodec());
        AxonByHand node = new AxonByHand(storing);
        node.send(WholeLife.lead(A, "一"), optimistic());

        forgetful.set(true);
        node.send(withdrawal(A), optimistic());

        assertThat(questions).as("questions to the log").hasValue(0);
        assertThat(storing.readSnapshot(A.toString()).map(DomainEventMessage::getSequenceNumber))
                .contains(1L);
    }

    @Test
    void a_log_that_turns_out_to_end_earlier_makes_all_that_is_remembered_void() {
        axon.send(WholeLife.lead(A, "一"), optimistic());
        axon.send(withdrawal(A), optimistic());
        axon.send(WholeLife.lead(B, "二"), optimistic());
        // a backup from before the last two was restored under the running node
        database.execute("delete from event_log where log_position > 1");
        database.execute("update log_head set head_position = 1");

        axon.send(WholeLife.lead(C, "三"), optimistic());

        assertThat(engine.readSnapshot(A.toString())).isEmpty();
        assertThat(engine.readSnapshot(B.toString())).isEmpty();
        axon.send(withdrawal(A), optimistic());
        assertThat(questions).as("for the one whose end is unknown").hasValue(1);
        assertThat(positions()).containsExactly(1L, 2L, 3L);
    }

    private static ProjectCommand withdrawal(UUID id) {
        return new ProjectCommand.Withdraw(id, AxonByHand.TODAY, WithdrawalReason.LAND, Remarks.NONE);
    }

    private static ProjectCommand reopening(UUID id) {
        return new ProjectCommand.Reopen(id, AxonByHand.TODAY, Remarks.NONE);
    }

    private static ProjectCommand renamed(UUID id, String name) {
        ProfileChanges changes = new ProfileChanges(new Change<>(name), null, null, null, null, null, null, null, null);
        return new ProjectCommand.Amend(id, AxonByHand.TODAY, changes, "核实", Remarks.NONE);
    }
}
