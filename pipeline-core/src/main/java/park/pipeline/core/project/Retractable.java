package park.pipeline.core.project;

/** What a retraction can take back. The names are stored in the log and never change. */
public enum Retractable {
    STAGE,
    PROGRESS,
    PERMIT,
    INVESTMENT
}
