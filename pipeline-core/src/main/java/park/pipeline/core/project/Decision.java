package park.pipeline.core.project;

import java.time.LocalDate;
import java.util.List;
import park.pipeline.core.project.ProjectCommand.AddContactPerson;
import park.pipeline.core.project.ProjectCommand.Amend;
import park.pipeline.core.project.ProjectCommand.Assign;
import park.pipeline.core.project.ProjectCommand.BeginPermitting;
import park.pipeline.core.project.ProjectCommand.CommenceProduction;
import park.pipeline.core.project.ProjectCommand.CorrectDate;
import park.pipeline.core.project.ProjectCommand.EraseContactPerson;
import park.pipeline.core.project.ProjectCommand.GrantPermit;
import park.pipeline.core.project.ProjectCommand.ImportProject;
import park.pipeline.core.project.ProjectCommand.LogContact;
import park.pipeline.core.project.ProjectCommand.OpenNegotiation;
import park.pipeline.core.project.ProjectCommand.ReachFullCapacity;
import park.pipeline.core.project.ProjectCommand.RegisterLead;
import park.pipeline.core.project.ProjectCommand.Reopen;
import park.pipeline.core.project.ProjectCommand.ReportProgress;
import park.pipeline.core.project.ProjectCommand.Retract;
import park.pipeline.core.project.ProjectCommand.ReviseInvestment;
import park.pipeline.core.project.ProjectCommand.SignContract;
import park.pipeline.core.project.ProjectCommand.SignIntent;
import park.pipeline.core.project.ProjectCommand.StartConstruction;
import park.pipeline.core.project.ProjectCommand.WaivePermit;
import park.pipeline.core.project.ProjectCommand.Withdraw;

/** What a command leads to, given what happened so far: its events, or a refusal. Pure. */
public final class Decision {
    private Decision() {}

    /**
     * The events of a command, in order.
     *
     * @param today the day in the park's time zone
     * @return one event; of an import row one a milestone
     * @throws Refused where a rule says no
     */
    public static List<ProjectEvent> of(ProjectCommand command, Timeline timeline, LocalDate today) {
        if (command instanceof ImportProject c) {
            return ImportDecision.of(c, today);
        }
        if (command instanceof ProjectCommand.Dated dated) {
            DatesAreNotInTheFuture.require(dated.occurredOn(), dated.remarks().precision(), today);
        }
        return List.of(oneEvent(command, timeline));
    }

    private static ProjectEvent oneEvent(ProjectCommand command, Timeline timeline) {
        ProjectIsReady.require(command.getClass(), timeline);
        return switch (command) {
            case RegisterLead c -> RecordDecisions.register(c);
            case OpenNegotiation c -> StageDecisions.openNegotiation(c, timeline);
            case SignIntent c -> StageDecisions.signIntent(c, timeline);
            case SignContract c -> StageDecisions.signContract(c, timeline);
            case BeginPermitting c -> PermitDecisions.beginPermitting(c, timeline);
            case GrantPermit c -> PermitDecisions.grant(c, timeline);
            case WaivePermit c -> PermitDecisions.waive(c, timeline);
            case StartConstruction c -> PermitDecisions.startConstruction(c, timeline);
            case ReportProgress c -> RecordDecisions.reportProgress(c, timeline);
            case CommenceProduction c -> StageDecisions.commenceProduction(c, timeline);
            case ReachFullCapacity c -> StageDecisions.reachFullCapacity(c, timeline);
            case Withdraw c -> StageDecisions.withdraw(c, timeline);
            case Reopen c -> StageDecisions.reopen(c, timeline);
            case Assign c -> RecordDecisions.assign(c, timeline);
            case ReviseInvestment c -> RecordDecisions.reviseInvestment(c, timeline);
            case LogContact c -> RecordDecisions.logContact(c, timeline);
            case Amend c -> RecordDecisions.amend(c, timeline);
            case CorrectDate c -> CorrectionDecisions.correctDate(c, timeline);
            case Retract c -> CorrectionDecisions.retract(c, timeline);
            case AddContactPerson c -> ContactDecisions.add(c);
            case EraseContactPerson c -> ContactDecisions.erase(c, timeline);
            case ImportProject c -> throw new IllegalArgumentException("An import row is decided as a whole: " + c);
        };
    }
}
