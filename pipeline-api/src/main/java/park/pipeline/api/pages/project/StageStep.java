package park.pipeline.api.pages.project;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.project.ProjectDetail;
import park.pipeline.projections.project.ProjectDetail.Milestone;

/**
 * One stage on the way of a project.
 *
 * @param latest its last entry in force; null where it was not entered
 * @param entries how often it was entered
 * @param state whether the project has come past it, stands in it, skipped it, or has it before itself
 */
public record StageStep(Stage stage, @Nullable Milestone latest, int entries, State state) {
    /** How a stage is drawn. */
    public enum State {
        PASSED,
        PRESENT,
        SKIPPED,
        AHEAD
    }

    /** The eight stages on the way; and the withdrawal, where there was one. */
    static List<StageStep> of(ProjectDetail project) {
        int highest = project.milestones().stream()
                .map(Milestone::stage)
                .filter(stage -> stage != Stage.WITHDRAWN)
                .mapToInt(Stage::rank)
                .max()
                .orElse(0);
        List<StageStep> steps = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            List<Milestone> entries = project.milestones().stream()
                    .filter(m -> m.stage() == stage)
                    .toList();
            if (stage != Stage.WITHDRAWN || !entries.isEmpty()) {
                steps.add(new StageStep(
                        stage,
                        entries.isEmpty() ? null : entries.getLast(),
                        entries.size(),
                        state(stage, project.stage(), !entries.isEmpty(), highest)));
            }
        }
        return steps;
    }

    private static State state(Stage stage, Stage present, boolean entered, int highest) {
        if (stage == present) {
            return State.PRESENT;
        }
        if (entered) {
            return State.PASSED;
        }
        return stage.rank() < highest ? State.SKIPPED : State.AHEAD;
    }
}
