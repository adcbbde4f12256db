package park.pipeline.core.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can have happened to a project. Released events are for ever: a component never changes its name or
 * meaning; a new meaning is a new revision with an upcaster and a stored sample. The log names them by
 * {@code core.log.EventTypes}, never by these class names.
 */
public sealed interface ProjectEvent {
    /** The day it happened; null for what happens when it is recorded: retractions, and what concerns contact persons. */
    @Nullable
    LocalDate occurredOn();

    Remarks remarks();

    record LeadRegistered(
            LocalDate occurredOn,
            String name,
            Enterprise enterprise,
            String industry,
            ProjectKind kind,
            @Nullable Long investmentCny,
            @Nullable String origin,
            @Nullable String team,
            @Nullable String owner,
            @Nullable String source,
            @Nullable Capacity capacity,
            @Nullable BigDecimal landMu,
            @Nullable ChainEffect chainEffect,
            @Nullable String reference,
            Remarks remarks)
            implements ProjectEvent {
        Profile profile() {
            return new Profile(name, enterprise, industry, kind, origin, chainEffect, capacity, landMu, reference);
        }
    }

    record NegotiationOpened(LocalDate occurredOn, Remarks remarks) implements ProjectEvent {}

    record IntentSigned(
            LocalDate occurredOn,
            @Nullable Long investmentCny,
            @Nullable String documentNo,
            Remarks remarks) implements ProjectEvent {}

    record ContractSigned(
            LocalDate occurredOn,
            @Nullable Long investmentCny,
            @Nullable BigDecimal landMu,
            @Nullable String documentNo,
            Remarks remarks)
            implements ProjectEvent {}

    record PermittingBegun(LocalDate occurredOn, List<Permit> requiredPermits, Remarks remarks)
            implements ProjectEvent {
        public PermittingBegun {
            requiredPermits = List.copyOf(requiredPermits);
        }
    }

    record PermitGranted(
            LocalDate occurredOn, Permit permit, @Nullable String documentNo, Remarks remarks)
            implements ProjectEvent {}

    /** Since revision 2 with the number of the document that waives it. */
    record PermitWaived(
            LocalDate occurredOn,
            Permit permit,
            String reason,
            @Nullable String documentNo,
            Remarks remarks) implements ProjectEvent {}

    record ConstructionStarted(LocalDate occurredOn, Remarks remarks) implements ProjectEvent {}

    record ProgressReported(LocalDate occurredOn, int percent, long paidInCny, Remarks remarks)
            implements ProjectEvent {}

    record ProductionCommenced(
            LocalDate occurredOn, @Nullable Capacity capacity, Remarks remarks) implements ProjectEvent {}

    record FullCapacityReached(LocalDate occurredOn, Remarks remarks) implements ProjectEvent {}

    record ProjectWithdrawn(LocalDate occurredOn, WithdrawalReason reasonCode, Stage from, Remarks remarks)
            implements ProjectEvent {}

    record ProjectReopened(LocalDate occurredOn, Stage to, Remarks remarks) implements ProjectEvent {}

    record ProjectAssigned(
            LocalDate occurredOn, String team, @Nullable String owner, Remarks remarks) implements ProjectEvent {}

    record InvestmentRevised(LocalDate occurredOn, long investmentCny, String reason, Remarks remarks)
            implements ProjectEvent {}

    record ContactLogged(
            LocalDate occurredOn,
            ContactChannel channel,
            String summary,
            @Nullable String place,
            Remarks remarks) implements ProjectEvent {}

    record ProfileAmended(LocalDate occurredOn, ProfileChanges changes, String reason, Remarks remarks)
            implements ProjectEvent {}

    /** {@code occurredOn} is the right day, {@code was} the day until then. */
    record MilestoneDateCorrected(
            LocalDate occurredOn, UUID corrects, Stage stage, LocalDate was, String reason, Remarks remarks)
            implements ProjectEvent {}

    /** {@code stage} and {@code permit} name what was taken back where it was one. */
    record EntryRetracted(
            UUID corrects,
            Retractable what,
            @Nullable Stage stage,
            @Nullable Permit permit,
            String reason,
            Remarks remarks)
            implements ProjectEvent {
        @Override
        public @Nullable LocalDate occurredOn() {
            return null;
        }
    }

    /** {@code sealed} is ciphertext under a key of this person's own, which is kept apart from the log. */
    record ContactPersonAdded(UUID contactId, String sealed, Remarks remarks) implements ProjectEvent {
        @Override
        public @Nullable LocalDate occurredOn() {
            return null;
        }
    }

    /** The key is destroyed with it: what was sealed can be read no more. */
    record ContactPersonErased(UUID contactId, Remarks remarks) implements ProjectEvent {
        @Override
        public @Nullable LocalDate occurredOn() {
            return null;
        }
    }
}
