package park.pipeline.core.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import park.pipeline.core.project.ProjectCommand.BeginPermitting;
import park.pipeline.core.project.ProjectCommand.GrantPermit;
import park.pipeline.core.project.ProjectCommand.StartConstruction;
import park.pipeline.core.project.ProjectCommand.WaivePermit;

/** From the contract to the building site: permits are required, settled one by one, and then works may start. */
final class PermitDecisions {
    private PermitDecisions() {}

    static ProjectEvent beginPermitting(BeginPermitting c, Timeline timeline) {
        DatesFollowTheirSeries.require(c.occurredOn(), timeline.series().stages());
        List<Permit> required = c.requiredPermits() == null
                ? Permit.requiredByDefault(timeline.profile().kind())
                : c.requiredPermits().stream().distinct().toList();
        return new ProjectEvent.PermittingBegun(c.occurredOn(), required, c.remarks());
    }

    static ProjectEvent grant(GrantPermit c, Timeline timeline) {
        requireUnsettled(c.permit(), timeline);
        requireBegun(timeline, c.occurredOn());
        return new ProjectEvent.PermitGranted(c.occurredOn(), c.permit(), c.documentNo(), c.remarks());
    }

    static ProjectEvent waive(WaivePermit c, Timeline timeline) {
        requireUnsettled(c.permit(), timeline);
        requireBegun(timeline, c.occurredOn());
        return new ProjectEvent.PermitWaived(c.occurredOn(), c.permit(), c.reason(), c.documentNo(), c.remarks());
    }

    static ProjectEvent startConstruction(StartConstruction c, Timeline timeline) {
        DatesFollowTheirSeries.require(c.occurredOn(), timeline.series().stages());
        DatesFollowTheirSeries.requireNotBefore(
                c.occurredOn(), timeline.permits().lastDay());
        return new ProjectEvent.ConstructionStarted(c.occurredOn(), c.remarks());
    }

    static void requireUnsettled(Permit permit, Timeline timeline) {
        Settlement settlement = timeline.permits().settlement(permit);
        if (settlement != null) {
            throw Refused.byRule("permit-settled", Map.of("permit", permit, "day", settlement.day()));
        }
    }

    private static void requireBegun(Timeline timeline, LocalDate day) {
        // The floor is the start of permitting itself: a reopening sets no new one.
        Entry<StageEntry> begun = timeline.series().stages().latest(e -> e.isMilestone(Stage.PERMITTING));
        DatesFollowTheirSeries.requireNotBefore(day, begun == null ? null : begun.day());
    }
}
