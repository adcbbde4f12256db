package park.pipeline.core.project;

/** How the investor was met. The names are stored in the log and never change. */
public enum ContactChannel {
    VISIT,
    CALL,
    MEETING,
    TRIP,
    EVENT
}
