package park.pipeline.api.pages.commands;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.PossibleCommands;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.Refused;
import park.pipeline.core.project.Retractable;
import park.pipeline.core.project.Stage;
import park.pipeline.core.project.Timeline;

/**
 * The commands on a project that is there, in the order in which they are offered. A command's path is its last part in
 * the addresses of the interface; its word stands in {@code messages/commands} as {@code command.<path>}.
 */
public enum CommandName {
    OPEN_NEGOTIATION("open-negotiation", ProjectCommand.OpenNegotiation.class, Stage.NEGOTIATION),
    SIGN_INTENT("sign-intent", ProjectCommand.SignIntent.class, Stage.INTENT),
    SIGN_CONTRACT("sign-contract", ProjectCommand.SignContract.class, Stage.CONTRACT),
    BEGIN_PERMITTING("begin-permitting", ProjectCommand.BeginPermitting.class, Stage.PERMITTING),
    GRANT_PERMIT("grant-permit", ProjectCommand.GrantPermit.class, null),
    WAIVE_PERMIT("waive-permit", ProjectCommand.WaivePermit.class, null),
    START_CONSTRUCTION("start-construction", ProjectCommand.StartConstruction.class, Stage.CONSTRUCTION),
    REPORT_PROGRESS("report-progress", ProjectCommand.ReportProgress.class, null),
    COMMENCE_PRODUCTION("commence-production", ProjectCommand.CommenceProduction.class, Stage.PRODUCTION),
    REACH_FULL_CAPACITY("reach-full-capacity", ProjectCommand.ReachFullCapacity.class, Stage.FULL_CAPACITY),
    REOPEN("reopen", ProjectCommand.Reopen.class, null),
    LOG_CONTACT("log-contact", ProjectCommand.LogContact.class, null),
    ASSIGN("assign", ProjectCommand.Assign.class, null),
    REVISE_INVESTMENT("revise-investment", ProjectCommand.ReviseInvestment.class, null),
    AMEND("amend", ProjectCommand.Amend.class, null),
    CORRECT_DATE("correct-date", ProjectCommand.CorrectDate.class, null),
    RETRACT("retract", ProjectCommand.Retract.class, null),
    WITHDRAW("withdraw", ProjectCommand.Withdraw.class, Stage.WITHDRAWN),
    ADD_CONTACT("contacts", ProjectCommand.AddContactPerson.class, null);

    private final String path;
    private final Class<? extends ProjectCommand> command;
    private final @Nullable Stage leadsTo;

    CommandName(String path, Class<? extends ProjectCommand> command, @Nullable Stage leadsTo) {
        this.path = path;
        this.command = command;
        this.leadsTo = leadsTo;
    }

    /** The last part of its address, such as {@code sign-intent}. */
    public String path() {
        return path;
    }

    /** What it is in the domain. */
    Class<? extends ProjectCommand> command() {
        return command;
    }

    /** The rule that refuses it now whatever is filled in; null where it is possible. */
    public @Nullable Refused refusal(Timeline timeline) {
        if (this != RETRACT) {
            return PossibleCommands.refusal(command, timeline);
        }
        boolean any = Stream.of(Retractable.values())
                .anyMatch(what -> PossibleCommands.refusalToRetract(what, timeline) == null);
        return any ? null : PossibleCommands.refusalToRetract(Retractable.STAGE, timeline);
    }

    /** Those that are possible now. */
    public static List<CommandName> possible(Timeline timeline) {
        return Stream.of(values())
                .filter(name -> name.refusal(timeline) == null)
                .toList();
    }

    /** The command that leads from one stage into another, whether or not the rules allow it; null where none does. */
    public static @Nullable CommandName into(Stage stage, Stage from) {
        if (from == Stage.WITHDRAWN) {
            return REOPEN;
        }
        return Stream.of(values())
                .filter(name -> name.leadsTo == stage)
                .findFirst()
                .orElse(null);
    }

    /** The command of this path; null where there is none. */
    static @Nullable CommandName withPath(String path) {
        return Stream.of(values())
                .filter(name -> name.path.equals(path))
                .findFirst()
                .orElse(null);
    }

    /** Whether it leads on towards production. */
    public boolean isLeadsOn() {
        return leadsTo != null && leadsTo != Stage.WITHDRAWN || this == REOPEN;
    }

    /** Whether it only puts right, or keeps record: it is offered apart from what leads on. */
    public boolean isCorrection() {
        return this == AMEND || this == CORRECT_DATE || this == RETRACT;
    }
}
