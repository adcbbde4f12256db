package park.pipeline.core.project;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import park.pipeline.core.project.ProjectCommand.BeginPermitting;
import park.pipeline.core.project.ProjectCommand.CommenceProduction;
import park.pipeline.core.project.ProjectCommand.GrantPermit;
import park.pipeline.core.project.ProjectCommand.OpenNegotiation;
import park.pipeline.core.project.ProjectCommand.ReachFullCapacity;
import park.pipeline.core.project.ProjectCommand.Reopen;
import park.pipeline.core.project.ProjectCommand.ReportProgress;
import park.pipeline.core.project.ProjectCommand.SignContract;
import park.pipeline.core.project.ProjectCommand.SignIntent;
import park.pipeline.core.project.ProjectCommand.StartConstruction;
import park.pipeline.core.project.ProjectCommand.WaivePermit;
import park.pipeline.core.project.ProjectCommand.Withdraw;

/** What a command asks of the project before its own days and values are looked at. */
final class ProjectIsReady {
    private static final Consumer<Timeline> ALWAYS = timeline -> {};
    private static final Map<Class<? extends ProjectCommand>, Consumer<Timeline>> FOR = Map.ofEntries(
            entry(OpenNegotiation.class, toEnter(Stage.NEGOTIATION)),
            entry(SignIntent.class, toEnter(Stage.INTENT)),
            entry(SignContract.class, toEnter(Stage.CONTRACT)),
            entry(BeginPermitting.class, toEnter(Stage.PERMITTING)),
            entry(GrantPermit.class, standingIn(EnumSet.of(Stage.PERMITTING))),
            entry(WaivePermit.class, standingIn(EnumSet.of(Stage.PERMITTING))),
            entry(
                    StartConstruction.class,
                    toEnter(Stage.CONSTRUCTION).andThen(t -> PermitsAreSettled.require(t.permits()))),
            entry(ReportProgress.class, standingIn(StagesFollowTheirOrder.BUILDING)),
            entry(CommenceProduction.class, toEnter(Stage.PRODUCTION)),
            entry(ReachFullCapacity.class, toEnter(Stage.FULL_CAPACITY)),
            entry(Withdraw.class, toEnter(Stage.WITHDRAWN)),
            entry(Reopen.class, standingIn(EnumSet.of(Stage.WITHDRAWN))));

    private ProjectIsReady() {}

    static void require(Class<? extends ProjectCommand> command, Timeline timeline) {
        FOR.getOrDefault(command, ALWAYS).accept(timeline);
    }

    private static Consumer<Timeline> toEnter(Stage stage) {
        return timeline -> StagesFollowTheirOrder.require(timeline, stage);
    }

    private static Consumer<Timeline> standingIn(Set<Stage> stages) {
        return timeline -> StagesFollowTheirOrder.require(timeline, stages);
    }
}
