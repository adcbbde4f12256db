package park.pipeline.core.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.ProjectEvent.ConstructionStarted;
import park.pipeline.core.project.ProjectEvent.ContractSigned;
import park.pipeline.core.project.ProjectEvent.EntryRetracted;
import park.pipeline.core.project.ProjectEvent.FullCapacityReached;
import park.pipeline.core.project.ProjectEvent.IntentSigned;
import park.pipeline.core.project.ProjectEvent.InvestmentRevised;
import park.pipeline.core.project.ProjectEvent.LeadRegistered;
import park.pipeline.core.project.ProjectEvent.MilestoneDateCorrected;
import park.pipeline.core.project.ProjectEvent.NegotiationOpened;
import park.pipeline.core.project.ProjectEvent.PermitGranted;
import park.pipeline.core.project.ProjectEvent.PermitWaived;
import park.pipeline.core.project.ProjectEvent.PermittingBegun;
import park.pipeline.core.project.ProjectEvent.ProductionCommenced;
import park.pipeline.core.project.ProjectEvent.ProfileAmended;
import park.pipeline.core.project.ProjectEvent.ProgressReported;
import park.pipeline.core.project.ProjectEvent.ProjectAssigned;
import park.pipeline.core.project.ProjectEvent.ProjectReopened;
import park.pipeline.core.project.ProjectEvent.ProjectWithdrawn;

/**
 * The answers of SEMANTICS read off the raw events, slowly and without a {@link Timeline}: every event with its last
 * correction, those taken back left out.
 */
public record NaiveHistory(List<Recorded> facts) {
    public @Nullable Stage stageOn(LocalDate day) {
        return on(day, NaiveHistory::stage);
    }

    public @Nullable Investment investmentOn(LocalDate day) {
        return on(day, event -> switch (event) {
            case LeadRegistered e -> new Investment(e.investmentCny());
            case IntentSigned e -> e.investmentCny() == null ? null : new Investment(e.investmentCny());
            case ContractSigned e -> e.investmentCny() == null ? null : new Investment(e.investmentCny());
            case InvestmentRevised e -> new Investment(e.investmentCny());
            default -> null;
        });
    }

    public @Nullable Responsible teamOn(LocalDate day) {
        return on(day, event -> switch (event) {
            case LeadRegistered e -> new Responsible(e.team(), e.owner());
            case ProjectAssigned e -> new Responsible(e.team(), e.owner());
            default -> null;
        });
    }

    public @Nullable Progress progressOn(LocalDate day) {
        return on(day, event -> event instanceof ProgressReported e ? new Progress(e.percent(), e.paidInCny()) : null);
    }

    /** One change of stage, on its day as corrected. */
    public record Entered(LocalDate day, Stage stage) {}

    /** The stage entries in force in the order of their days; of two on one day the later recorded is the later. */
    public List<Entered> stageEntries() {
        List<Entered> entries = new ArrayList<>();
        for (Recorded fact : inForce()) {
            Stage stage = stage(fact.event());
            if (stage != null) {
                entries.add(new Entered(dayOf(fact), stage));
            }
        }
        entries.sort(Comparator.comparing(Entered::day));
        return entries;
    }

    /** The land that the last event in force has set, whatever its day. */
    public @Nullable BigDecimal landMu() {
        BigDecimal land = null;
        for (Recorded fact : inForce()) {
            land = switch (fact.event()) {
                case LeadRegistered e -> e.landMu();
                case ContractSigned e -> e.landMu() == null ? land : e.landMu();
                case ProfileAmended e ->
                    e.changes().landMu() == null ? land : e.changes().landMu().to();
                default -> land;
            };
        }
        return land;
    }

    /** The capacity that the last event in force has set, whatever its day. */
    public @Nullable Capacity capacity() {
        Capacity capacity = null;
        for (Recorded fact : inForce()) {
            capacity = switch (fact.event()) {
                case LeadRegistered e -> e.capacity();
                case ProductionCommenced e -> e.capacity() == null ? capacity : e.capacity();
                case ProfileAmended e ->
                    e.changes().capacity() == null
                            ? capacity
                            : e.changes().capacity().to();
                default -> capacity;
            };
        }
        return capacity;
    }

    /** The permits settled, by their name and day. */
    public Map<Permit, LocalDate> settled() {
        Map<Permit, LocalDate> settled = new EnumMap<>(Permit.class);
        for (Recorded fact : inForce()) {
            if (fact.event() instanceof PermitGranted e) {
                settled.put(e.permit(), e.occurredOn());
            } else if (fact.event() instanceof PermitWaived e) {
                settled.put(e.permit(), e.occurredOn());
            }
        }
        return settled;
    }

    private <T> @Nullable T on(LocalDate day, Function<ProjectEvent, @Nullable T> sets) {
        T value = null;
        LocalDate since = LocalDate.MIN;
        for (Recorded fact : inForce()) {
            T set = sets.apply(fact.event());
            if (set == null) {
                continue;
            }
            LocalDate from = dayOf(fact);
            if (!from.isAfter(day) && !from.isBefore(since)) {
                value = set;
                since = from;
            }
        }
        return value;
    }

    private List<Recorded> inForce() {
        Set<UUID> takenBack = facts.stream()
                .map(Recorded::event)
                .filter(EntryRetracted.class::isInstance)
                .map(e -> ((EntryRetracted) e).corrects())
                .collect(Collectors.toSet());
        return facts.stream().filter(f -> !takenBack.contains(f.eventId())).toList();
    }

    private LocalDate dayOf(Recorded fact) {
        return facts.stream()
                .map(Recorded::event)
                .filter(e ->
                        e instanceof MilestoneDateCorrected c && c.corrects().equals(fact.eventId()))
                .reduce((earlier, later) -> later)
                .orElse(fact.event())
                .occurredOn();
    }

    private static @Nullable Stage stage(ProjectEvent event) {
        return switch (event) {
            case LeadRegistered e -> Stage.LEAD;
            case NegotiationOpened e -> Stage.NEGOTIATION;
            case IntentSigned e -> Stage.INTENT;
            case ContractSigned e -> Stage.CONTRACT;
            case PermittingBegun e -> Stage.PERMITTING;
            case ConstructionStarted e -> Stage.CONSTRUCTION;
            case ProductionCommenced e -> Stage.PRODUCTION;
            case FullCapacityReached e -> Stage.FULL_CAPACITY;
            case ProjectWithdrawn e -> Stage.WITHDRAWN;
            case ProjectReopened e -> e.to();
            default -> null;
        };
    }
}
