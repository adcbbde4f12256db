package park.pipeline.projections.stage;

/** By what projects are grouped. */
public enum Dimension {
    INDUSTRY("industry"),
    ORIGIN("origin"),
    KIND("kind"),
    /** The team on the day of the question. */
    TEAM("team"),
    /** The day of the registration, as {@code YYYY-MM-DD}: periods are made of days. */
    REGISTERED("registered_on");

    private final String column;

    Dimension(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
