package park.pipeline.core.project;

/**
 * How a project came to a stage.
 *
 * @param stage the stage entered
 * @param by the kind of entry; a reopening sets no new floor for permits and progress
 */
public record StageEntry(Stage stage, By by) {
    /** The four ways into a stage. */
    public enum By {
        REGISTRATION,
        MILESTONE,
        WITHDRAWAL,
        REOPENING
    }

    boolean is(Stage sought) {
        return stage == sought;
    }

    /** Whether the stage's own command led here, not a reopening. */
    boolean isMilestone(Stage sought) {
        return stage == sought && by == By.MILESTONE;
    }
}
