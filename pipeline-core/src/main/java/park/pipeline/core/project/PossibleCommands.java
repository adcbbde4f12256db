package park.pipeline.core.project;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.ProjectCommand.EraseContactPerson;
import park.pipeline.core.project.ProjectCommand.GrantPermit;
import park.pipeline.core.project.ProjectCommand.ImportProject;
import park.pipeline.core.project.ProjectCommand.RegisterLead;
import park.pipeline.core.project.ProjectCommand.Retract;
import park.pipeline.core.project.ProjectCommand.WaivePermit;

/**
 * Which commands the project's history would accept now, with suitable days and values, and which rule refuses the others:
 * the rules of {@link Decision} themselves, asked beforehand. Only of a timeline that holds a registration.
 */
public final class PossibleCommands {
    private PossibleCommands() {}

    /**
     * The rule that refuses every command of a kind.
     *
     * @return null where one with suitable values would be accepted; {@link Decision} refuses any other with this code
     * @throws IllegalArgumentException for a registration and an import row, which are asked of no project, and for a
     *     retraction: see {@link #refusalToRetract}
     */
    public static @Nullable Refused refusal(Class<? extends ProjectCommand> command, Timeline timeline) {
        if (command == RegisterLead.class || command == ImportProject.class || command == Retract.class) {
            throw new IllegalArgumentException("Whether it is possible cannot be said of " + command.getSimpleName());
        }
        return refusalBy(() -> {
            ProjectIsReady.require(command, timeline);
            if (command == GrantPermit.class || command == WaivePermit.class) {
                requireOneUnsettled(timeline);
            }
            if (command == EraseContactPerson.class) {
                ContactDecisions.requireNotErased(!timeline.contacts().persons().containsValue(false));
            }
        });
    }

    /**
     * The rule that refuses to take back what is of this sort.
     *
     * @return null where it can be taken back; for {@link Retractable#PERMIT} where at least one permit can
     */
    public static @Nullable Refused refusalToRetract(Retractable what, Timeline timeline) {
        return what == Retractable.PERMIT && !retractable(timeline).isEmpty()
                ? null
                : refusalBy(() -> CorrectionDecisions.toRetract(what, null, timeline));
    }

    /** The stages with an entry in force, whose day can be corrected, in the order of their ranks. */
    public static List<Stage> datedStages(Timeline timeline) {
        return Stream.of(Stage.values())
                .filter(stage -> CorrectionDecisions.entryInto(stage, timeline) != null)
                .toList();
    }

    /** The permits that may be granted or waived now, the required ones first; none outside of PERMITTING. */
    public static List<Permit> unsettled(Timeline timeline) {
        if (refusalBy(() -> ProjectIsReady.require(GrantPermit.class, timeline)) != null) {
            return List.of();
        }
        List<Permit> required = timeline.permits().required();
        return Stream.of(Permit.values())
                .filter(permit -> refusalBy(() -> PermitDecisions.requireUnsettled(permit, timeline)) == null)
                .sorted(Comparator.comparing(permit -> !required.contains(permit)))
                .toList();
    }

    /** The settled permits whose settling can be taken back now; none outside of PERMITTING. */
    public static List<Permit> retractable(Timeline timeline) {
        return Stream.of(Permit.values())
                .filter(permit ->
                        refusalBy(() -> CorrectionDecisions.toRetract(Retractable.PERMIT, permit, timeline)) == null)
                .toList();
    }

    private static void requireOneUnsettled(Timeline timeline) {
        if (unsettled(timeline).isEmpty()) {
            PermitDecisions.requireUnsettled(Permit.values()[0], timeline);
        }
    }

    private static @Nullable Refused refusalBy(Runnable rules) {
        try {
            rules.run();
            return null;
        } catch (Refused refused) {
            return refused;
        }
    }
}
