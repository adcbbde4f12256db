package park.pipeline.core.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one may ask of a project. The fields are already well-formed ({@code core.input}); whether the
 * project's history allows it is decided by {@link Decision}. Amounts are whole yuan, 0 to 9,007,199,254,740,991.
 */
public sealed interface ProjectCommand {
    UUID projectId();

    Remarks remarks();

    /** A command that says on which day something happened. */
    sealed interface Dated extends ProjectCommand {
        LocalDate occurredOn();
    }

    record RegisterLead(
            @TargetAggregateIdentifier UUID projectId,
            LocalDate occurredOn,
            Profile profile,
            @Nullable Long investmentCny,
            @Nullable String team,
            @Nullable String owner,
            @Nullable String source,
            Remarks remarks)
            implements Dated {}

    record OpenNegotiation(@TargetAggregateIdentifier UUID projectId, LocalDate occurredOn, Remarks remarks)
            implements Dated {}

    record SignIntent(
            @TargetAggregateIdentifier UUID projectId,
            LocalDate occurredOn,
            @Nullable Long investmentCny,
            @Nullable String documentNo,
            Remarks remarks)
            implements Dated {}

    record SignContract(
            @TargetAggregateIdentifier UUID projectId,
            LocalDate occurredOn,
            @Nullable Long investmentCny,
            @Nullable BigDecimal landMu,
            @Nullable String documentNo,
            Remarks remarks)
            implements Dated {}

    /** {@code requiredPermits}: null takes the default of the project's kind, empty means none. */
    record BeginPermitting(
            @TargetAggregateIdentifier UUID projectId,
            LocalDate occurredOn,
            @Nullable List<Permit> requiredPermits,
            Remarks remarks)
            implements Dated {}

    record GrantPermit(
            @TargetAggregateIdentifier UUID projectId,
            LocalDate occurredOn,
            Permit permit,
            @Nullable String documentNo,
            Remarks remarks)
            implements Dated {}

    record WaivePermit(
            @TargetAggregateIdentifier UUID projectId,
            LocalDate occurredOn,
            Permit permit,
            String reason,
            @Nullable String documentNo,
            Remarks remarks)
            implements Dated {}

    record StartConstruction(@TargetAggregateIdentifier UUID projectId, LocalDate occurredOn, Remarks remarks)
            implements Dated {}

    /** {@code percent} 0 to 100; {@code paidInCny} cumulative. */
    record ReportProgress(
            @TargetAggregateIdentifier UUID projectId,
            LocalDate occurredOn,
            int percent,
            long paidInCny,
            Remarks remarks)
            implements Dated {}

    record CommenceProduction(
            @TargetAggregateIdentifier UUID projectId,
            LocalDate occurredOn,
            @Nullable Capacity capacity,
            Remarks remarks)
            implements Dated {}

    record ReachFullCapacity(@TargetAggregateIdentifier UUID projectId, LocalDate occurredOn, Remarks remarks)
            implements Dated {}

    record Withdraw(
            @TargetAggregateIdentifier UUID projectId,
            LocalDate occurredOn,
            WithdrawalReason reasonCode,
            Remarks remarks)
            implements Dated {}

    record Reopen(@TargetAggregateIdentifier UUID projectId, LocalDate occurredOn, Remarks remarks) implements Dated {}

    /** Without {@code owner} the owner is cleared. */
    record Assign(
            @TargetAggregateIdentifier UUID projectId,
            LocalDate occurredOn,
            String team,
            @Nullable String owner,
            Remarks remarks)
            implements Dated {}

    record ReviseInvestment(
            @TargetAggregateIdentifier UUID projectId,
            LocalDate occurredOn,
            long investmentCny,
            String reason,
            Remarks remarks)
            implements Dated {}

    record LogContact(
            @TargetAggregateIdentifier UUID projectId,
            LocalDate occurredOn,
            ContactChannel channel,
            String summary,
            @Nullable String place,
            Remarks remarks)
            implements Dated {}

    record Amend(
            @TargetAggregateIdentifier UUID projectId,
            LocalDate occurredOn,
            ProfileChanges changes,
            String reason,
            Remarks remarks)
            implements Dated {}

    /** {@code occurredOn} is the right day of the latest entry in force into {@code stage}. */
    record CorrectDate(
            @TargetAggregateIdentifier UUID projectId,
            LocalDate occurredOn,
            Stage stage,
            String reason,
            Remarks remarks)
            implements Dated {}

    /** {@code permit} is there exactly where {@code what} is PERMIT. */
    record Retract(
            @TargetAggregateIdentifier UUID projectId,
            Retractable what,
            @Nullable Permit permit,
            String reason,
            Remarks remarks)
            implements ProjectCommand {}

    /** {@code sealed} is the person's ciphertext: what is decided here knows nobody's name. */
    record AddContactPerson(@TargetAggregateIdentifier UUID projectId, UUID contactId, String sealed, Remarks remarks)
            implements ProjectCommand {}

    record EraseContactPerson(@TargetAggregateIdentifier UUID projectId, UUID contactId, Remarks remarks)
            implements ProjectCommand {}

    /**
     * One row of a pipeline that is already under way: a lead and the milestones that followed, taken whole or not at
     * all. {@code milestones} are in the order of the import's columns, the registration not among them.
     */
    record ImportProject(
            @TargetAggregateIdentifier UUID projectId,
            LocalDate occurredOn,
            Profile profile,
            @Nullable Long investmentCny,
            @Nullable String team,
            List<Milestone> milestones,
            @Nullable WithdrawalReason withdrawReason,
            Remarks remarks)
            implements Dated {
        public ImportProject {
            milestones = List.copyOf(milestones);
        }
    }

    /** A stage and the day on which it was entered. */
    record Milestone(Stage stage, LocalDate day) {}
}
