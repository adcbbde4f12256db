package park.pipeline.core.project;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.ProjectEvent.ConstructionStarted;
import park.pipeline.core.project.ProjectEvent.ContactLogged;
import park.pipeline.core.project.ProjectEvent.ContactPersonAdded;
import park.pipeline.core.project.ProjectEvent.ContactPersonErased;
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
import park.pipeline.core.project.StageEntry.By;

/**
 * What a project's events add up to: an immutable value, folded by one exhaustive switch. The aggregate, the as-of
 * answers and the funnel all read this one, so that they cannot disagree. It refuses nothing: refusals are in
 * {@link Decision}.
 *
 * @param version how many events it holds; 0 before the registration
 */
public record Timeline(long version, ProfileFacts facts, DatedSeries series, Permits permits, Contacts contacts) {
    public static final Timeline EMPTY =
            new Timeline(0, ProfileFacts.NONE, DatedSeries.EMPTY, Permits.NONE, Contacts.NONE);

    /**
     * The timeline with one more event.
     *
     * @throws IllegalStateException if the event is not the next of its stream: a view or a log that lost one
     */
    public Timeline after(Recorded fact) {
        if (fact.sequence() != version + 1) {
            throw new IllegalStateException(
                    "Event " + fact.eventId() + " has sequence " + fact.sequence() + " after version " + version);
        }
        Timeline next = new Timeline(fact.sequence(), facts, series, permits, contacts);
        UUID id = fact.eventId();
        return switch (fact.event()) {
            case LeadRegistered e -> next.registered(e, fact);
            case NegotiationOpened e -> next.entered(Stage.NEGOTIATION, e.occurredOn(), fact);
            case IntentSigned e ->
                next.entered(Stage.INTENT, e.occurredOn(), fact).invested(e.occurredOn(), e.investmentCny(), fact);
            case ContractSigned e ->
                next.entered(Stage.CONTRACT, e.occurredOn(), fact)
                        .invested(e.occurredOn(), e.investmentCny(), fact)
                        .with(facts.landIfGiven(e.landMu(), id));
            case PermittingBegun e ->
                next.entered(Stage.PERMITTING, e.occurredOn(), fact).with(permits.begun(id, e.requiredPermits()));
            case PermitGranted e ->
                next.with(permits.settle(
                        new Settlement(e.permit(), false, e.occurredOn(), e.documentNo(), id, fact.sequence())));
            case PermitWaived e ->
                next.with(permits.settle(
                        new Settlement(e.permit(), true, e.occurredOn(), e.documentNo(), id, fact.sequence())));
            case ConstructionStarted e -> next.entered(Stage.CONSTRUCTION, e.occurredOn(), fact);
            case ProgressReported e ->
                next.with(series.report(e.occurredOn(), new Progress(e.percent(), e.paidInCny()), fact));
            case ProductionCommenced e ->
                next.entered(Stage.PRODUCTION, e.occurredOn(), fact).with(facts.capacityIfGiven(e.capacity(), id));
            case FullCapacityReached e -> next.entered(Stage.FULL_CAPACITY, e.occurredOn(), fact);
            case ProjectWithdrawn e -> next.with(series.enter(e.occurredOn(), Stage.WITHDRAWN, By.WITHDRAWAL, fact));
            case ProjectReopened e -> next.with(series.enter(e.occurredOn(), e.to(), By.REOPENING, fact));
            case ProjectAssigned e ->
                next.with(series.assign(e.occurredOn(), new Responsible(e.team(), e.owner()), fact));
            case InvestmentRevised e -> next.with(series.invest(e.occurredOn(), e.investmentCny(), fact));
            case ContactLogged e -> next.with(contacts.on(e.occurredOn()));
            case ProfileAmended e -> next.with(facts.amended(e.changes(), id));
            case MilestoneDateCorrected e -> next.with(series.moved(e.corrects(), e.occurredOn()));
            case EntryRetracted e -> next.without(e.corrects());
            case ContactPersonAdded e -> next.with(contacts.with(e.contactId(), false));
            case ContactPersonErased e -> next.with(contacts.with(e.contactId(), true));
        };
    }

    /** The present profile; only of a timeline that holds a registration. */
    public Profile profile() {
        return facts.profile();
    }

    /** The last stage entry in force; only of a timeline that holds a registration. */
    public Entry<StageEntry> latestStage() {
        Entry<StageEntry> latest = series.stages().latest();
        if (latest == null) {
            throw new IllegalStateException("A stream that does not begin with LeadRegistered has no stage");
        }
        return latest;
    }

    /** The stage of the last entry in force. */
    public Stage stage() {
        return latestStage().value().stage();
    }

    /** The stage before that of this entry: where a withdrawn project was withdrawn from. Null for the registration. */
    public @Nullable Stage stageBefore(Entry<StageEntry> entry) {
        Entry<StageEntry> before = series.stages().before(entry.eventId());
        return before == null ? null : before.value().stage();
    }

    private Timeline registered(LeadRegistered e, Recorded fact) {
        LocalDate day = e.occurredOn();
        return with(facts.registered(e.profile(), fact.eventId()))
                .with(series.enter(day, Stage.LEAD, By.REGISTRATION, fact)
                        .invest(day, e.investmentCny(), fact)
                        .assign(day, new Responsible(e.team(), e.owner()), fact));
    }

    private Timeline entered(Stage stage, LocalDate day, Recorded fact) {
        return with(series.enter(day, stage, By.MILESTONE, fact));
    }

    private Timeline invested(LocalDate day, @Nullable Long amountCny, Recorded fact) {
        return with(series.investIfGiven(day, amountCny, fact));
    }

    private Timeline without(UUID eventId) {
        return new Timeline(
                version, facts.without(eventId), series.without(eventId), permits.without(eventId), contacts);
    }

    private Timeline with(ProfileFacts changed) {
        return new Timeline(version, changed, series, permits, contacts);
    }

    private Timeline with(DatedSeries changed) {
        return new Timeline(version, facts, changed, permits, contacts);
    }

    private Timeline with(Contacts changed) {
        return new Timeline(version, facts, series, permits, changed);
    }

    private Timeline with(Permits changed) {
        return new Timeline(version, facts, series, changed, contacts);
    }
}
