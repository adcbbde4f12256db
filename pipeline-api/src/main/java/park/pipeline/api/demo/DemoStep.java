package park.pipeline.api.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.log.Submission;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.ProjectCommand.ImportProject;

/**
 * One command of the demo.
 *
 * @param recordedAt when it became known
 * @param content digest of the row that it is imported from; null for any other command
 */
record DemoStep(
        Instant recordedAt,
        String actor,
        ProjectCommand command,
        @Nullable String content) {
    /** How many events it gives. */
    int events() {
        return command instanceof ImportProject row ? 1 + row.milestones().size() : 1;
    }

    Submission submission() {
        return content == null ? Submission.by(actor) : Submission.ofRow(actor, content);
    }
}
