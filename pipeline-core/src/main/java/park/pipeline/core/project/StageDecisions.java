package park.pipeline.core.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.ProjectCommand.CommenceProduction;
import park.pipeline.core.project.ProjectCommand.OpenNegotiation;
import park.pipeline.core.project.ProjectCommand.ReachFullCapacity;
import park.pipeline.core.project.ProjectCommand.Reopen;
import park.pipeline.core.project.ProjectCommand.SignContract;
import park.pipeline.core.project.ProjectCommand.SignIntent;
import park.pipeline.core.project.ProjectCommand.Withdraw;

/** The commands that lead from stage to stage, of a project that is in the right one. */
final class StageDecisions {
    private StageDecisions() {}

    static ProjectEvent openNegotiation(OpenNegotiation c, Timeline timeline) {
        DatesFollowTheirSeries.require(c.occurredOn(), timeline.series().stages());
        return new ProjectEvent.NegotiationOpened(c.occurredOn(), c.remarks());
    }

    static ProjectEvent signIntent(SignIntent c, Timeline timeline) {
        DatesFollowTheirSeries.require(c.occurredOn(), timeline.series().stages());
        requireInvestmentInOrder(timeline, c.investmentCny(), c.occurredOn());
        return new ProjectEvent.IntentSigned(c.occurredOn(), c.investmentCny(), c.documentNo(), c.remarks());
    }

    static ProjectEvent signContract(SignContract c, Timeline timeline) {
        DatesFollowTheirSeries.require(c.occurredOn(), timeline.series().stages());
        requireInvestmentInOrder(timeline, c.investmentCny(), c.occurredOn());
        return new ProjectEvent.ContractSigned(
                c.occurredOn(), c.investmentCny(), c.landMu(), c.documentNo(), c.remarks());
    }

    static ProjectEvent commenceProduction(CommenceProduction c, Timeline timeline) {
        DatesFollowTheirSeries.require(c.occurredOn(), timeline.series().stages());
        return new ProjectEvent.ProductionCommenced(c.occurredOn(), c.capacity(), c.remarks());
    }

    static ProjectEvent reachFullCapacity(ReachFullCapacity c, Timeline timeline) {
        DatesFollowTheirSeries.require(c.occurredOn(), timeline.series().stages());
        return new ProjectEvent.FullCapacityReached(c.occurredOn(), c.remarks());
    }

    static ProjectEvent withdraw(Withdraw c, Timeline timeline) {
        DatesFollowTheirSeries.require(c.occurredOn(), timeline.series().stages());
        return new ProjectEvent.ProjectWithdrawn(c.occurredOn(), c.reasonCode(), timeline.stage(), c.remarks());
    }

    /** Leads back into the stage that the project was withdrawn from. */
    static ProjectEvent reopen(Reopen c, Timeline timeline) {
        DatesFollowTheirSeries.require(c.occurredOn(), timeline.series().stages());
        Stage withdrawnFrom = timeline.stageBefore(timeline.latestStage());
        if (withdrawnFrom == null) {
            throw new IllegalStateException("A withdrawal is never the first entry of project " + c.projectId());
        }
        return new ProjectEvent.ProjectReopened(c.occurredOn(), withdrawnFrom, c.remarks());
    }

    private static void requireInvestmentInOrder(Timeline timeline, @Nullable Long amountCny, LocalDate day) {
        if (amountCny != null) {
            DatesFollowTheirSeries.require(day, timeline.series().investment());
        }
    }
}
