package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import park.pipeline.core.project.Claim;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.ProjectEvent;
import park.pipeline.core.project.Refused;
import park.pipeline.core.project.Remarks;
import park.pipeline.core.project.Stage;

/** The aggregate on our engine: what it applied is what is stored and what it is loaded from. */
class LogEngineContractTest extends LogContract {
    private PipelineEventStorageEngine engine;
    private AxonByHand axon;

    @BeforeEach
    void wireTheWriteSide() {
        engine = new PipelineEventStorageEngine(writer, reader, new EventCodec());
        axon = new AxonByHand(engine);
    }

    @Test
    void an_event_of_every_kind_is_read_as_it_was_applied() {
        for (ProjectCommand command : WholeLife.commands(A)) {
            axon.send(command, Submission.by("王五"));
        }
        axon.send(WholeLife.row(B, "招-2"), Submission.by("王五"));
        axon.send(WholeLife.lead(C, "只有名称"), Submission.by("王五"));

        assertThat(all().stream().map(LogEngineContractTest::essence))
                .isEqualTo(axon.applied().stream()
                        .map(LogEngineContractTest::essence)
                        .toList());
        assertThat(all()).allSatisfy(event -> assertThat(event.actor()).isEqualTo("王五"));
        assertThat(all().stream().map(event -> event.event().getClass()).collect(Collectors.toSet()))
                .as("a new event wants a command here")
                .isEqualTo(Set.of(ProjectEvent.class.getPermittedSubclasses()));
    }

    @Test
    void a_command_returns_once_its_events_are_stored_and_tells_where() {
        Submission submission = Submission.by("a");
        axon.send(WholeLife.lead(A, "项目"), Submission.by("a"));
        Object stage = axon.send(openNegotiation(A), submission);

        assertThat(reader.head()).isEqualTo(2);
        assertThat(submission.await()).isEqualTo(new Appended(2, 2, NOW.plusNanos(1_000)));
        assertThat(stage).isEqualTo(Stage.NEGOTIATION);
    }

    @Test
    void the_log_refuses_a_second_project_of_one_name_by_the_first_ones_id() {
        axon.send(WholeLife.lead(A, "项目 一"), Submission.by("a"));

        Refused refused =
                catchThrowableOfType(Refused.class, () -> axon.send(WholeLife.lead(B, "项目一"), Submission.by("a")));

        assertThat(refused.code()).isEqualTo("duplicate-lead");
        assertThat(refused.values()).isEqualTo(Map.of("existingProjectId", A));
        assertThat(positions()).containsExactly(1L);
    }

    @Test
    void a_second_registration_of_one_id_is_a_lost_race() {
        axon.send(WholeLife.lead(A, "一"), Submission.by("a"));

        assertThatThrownBy(() -> axon.send(WholeLife.lead(A, "二"), Submission.by("a")))
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void rows_that_are_awaited_together_are_stored_together_in_the_order_in_which_they_were_sent() {
        List<UUID> ids = IntStream.range(0, 20).mapToObj(i -> new UUID(4, i)).toList();
        List<Submission> rows = ids.stream().map(this::sendRow).toList();
        assertThat(reader.head()).as("only in line").isZero();

        Appended last = rows.getLast().await();

        assertThat(reader.head()).isEqualTo(last.position()).isEqualTo(160);
        List<Commit> commits = reader.commitsAfter(0, 1_000);
        assertThat(commits.stream().map(Commit::projectId)).isEqualTo(ids);
        assertThat(commits).allSatisfy(commit -> assertThat(commit.events()).hasSize(8));
        assertThat(rows.stream().map(row -> row.await().position()))
                .isEqualTo(commits.stream().map(Commit::position).toList());
        Claim reference = new Claim(Claim.Kind.REFERENCE, ids.get(7).toString());
        assertThat(new LogClaims(database.dataSource()).holder(reference))
                .isEqualTo(new LogClaims.Holder(ids.get(7), "digest of " + ids.get(7)));
    }

    @Test
    void a_row_that_is_refused_by_the_log_is_told_when_it_is_awaited_and_the_others_are_stored() {
        Submission first = sendRow(A);
        Submission again = Submission.ofRow("a", "digest");
        axon.send(WholeLife.row(B, A.toString()), again);
        Submission other = sendRow(C);

        assertThat(other.await().position()).isEqualTo(16);
        assertThat(first.await().position()).isEqualTo(8);
        assertThatThrownBy(again::await).isInstanceOf(Refused.class).hasMessageContaining("duplicate-reference");
    }

    @Test
    void axon_reads_a_stream_from_its_sequences_and_the_log_from_a_token() {
        axon.send(WholeLife.row(A, "1"), Submission.by("a"));
        axon.send(WholeLife.row(B, "2"), Submission.by("a"));

        assertThat(engine.readEvents(B.toString(), 5).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(5L, 6L, 7L);
        assertThat(engine.readEvents(new GlobalSequenceTrackingToken(13), false)
                        .map(TrackedEventMessage::trackingToken))
                .containsExactly(token(14), token(15), token(16));
        assertThat(engine.lastSequenceNumberFor(B.toString())).hasValue(7L);
        assertThat(engine.createHeadToken()).isEqualTo(token(16));
        assertThat(engine.readEvents(engine.createTailToken(), false)).hasSize(16);
    }

    @Test
    void a_submission_that_appended_nothing_has_nothing_to_await() {
        assertThatThrownBy(Submission.by("a")::await).isInstanceOf(IllegalStateException.class);
    }

    private Submission sendRow(UUID id) {
        Submission row = Submission.ofRow("a", "digest of " + id);
        axon.send(WholeLife.row(id, id.toString()), row);
        return row;
    }

    private static ProjectCommand openNegotiation(UUID id) {
        return new ProjectCommand.OpenNegotiation(id, AxonByHand.TODAY, Remarks.NONE);
    }

    private static List<Object> essence(LoggedEvent logged) {
        return List.of(
                logged.projectId().toString(),
                logged.recorded().eventId().toString(),
                logged.recorded().sequence(),
                logged.event());
    }

    private static List<Object> essence(DomainEventMessage<?> applied) {
        return List.of(
                applied.getAggregateIdentifier(),
                applied.getIdentifier(),
                applied.getSequenceNumber() + 1,
                applied.getPayload());
    }

    private static GlobalSequenceTrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
