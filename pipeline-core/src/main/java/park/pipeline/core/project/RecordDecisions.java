package park.pipeline.core.project;

import java.util.Map;
import park.pipeline.core.project.ProjectCommand.Amend;
import park.pipeline.core.project.ProjectCommand.Assign;
import park.pipeline.core.project.ProjectCommand.LogContact;
import park.pipeline.core.project.ProjectCommand.RegisterLead;
import park.pipeline.core.project.ProjectCommand.ReportProgress;
import park.pipeline.core.project.ProjectCommand.ReviseInvestment;

/** The commands that record something about a project without leading it to another stage. */
final class RecordDecisions {
    private RecordDecisions() {}

    static ProjectEvent register(RegisterLead c) {
        Profile p = c.profile();
        return new ProjectEvent.LeadRegistered(
                c.occurredOn(),
                p.name(),
                p.enterprise(),
                p.industry(),
                p.kind(),
                c.investmentCny(),
                p.origin(),
                c.team(),
                c.owner(),
                c.source(),
                p.capacity(),
                p.landMu(),
                p.chainEffect(),
                p.reference(),
                c.remarks());
    }

    static ProjectEvent reportProgress(ReportProgress c, Timeline timeline) {
        Series<Progress> reported = timeline.series().progress();
        DatesFollowTheirSeries.require(c.occurredOn(), reported);
        // The floor is the start of the works themselves; an imported project may have none on record.
        Entry<StageEntry> started = timeline.series().stages().latest(e -> e.isMilestone(Stage.CONSTRUCTION));
        DatesFollowTheirSeries.requireNotBefore(c.occurredOn(), started == null ? null : started.day());
        ProgressNeverDecreases.require(reported, new Progress(c.percent(), c.paidInCny()));
        return new ProjectEvent.ProgressReported(c.occurredOn(), c.percent(), c.paidInCny(), c.remarks());
    }

    static ProjectEvent assign(Assign c, Timeline timeline) {
        DatesFollowTheirSeries.require(c.occurredOn(), timeline.series().team());
        return new ProjectEvent.ProjectAssigned(c.occurredOn(), c.team(), c.owner(), c.remarks());
    }

    static ProjectEvent reviseInvestment(ReviseInvestment c, Timeline timeline) {
        DatesFollowTheirSeries.require(c.occurredOn(), timeline.series().investment());
        return new ProjectEvent.InvestmentRevised(c.occurredOn(), c.investmentCny(), c.reason(), c.remarks());
    }

    static ProjectEvent logContact(LogContact c, Timeline timeline) {
        Entry<StageEntry> registered = timeline.series().stages().entries().getFirst();
        DatesFollowTheirSeries.requireNotBefore(c.occurredOn(), registered.day());
        return new ProjectEvent.ContactLogged(c.occurredOn(), c.channel(), c.summary(), c.place(), c.remarks());
    }

    static ProjectEvent amend(Amend c, Timeline timeline) {
        ProfileChanges changes = c.changes().effectiveOn(timeline.profile());
        if (changes.isEmpty()) {
            throw Refused.byRule("nothing-changed", Map.of());
        }
        return new ProjectEvent.ProfileAmended(c.occurredOn(), changes, c.reason(), c.remarks());
    }
}
