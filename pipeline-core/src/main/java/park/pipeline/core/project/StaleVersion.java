package park.pipeline.core.project;

/** The project has moved on since the caller looked at it. */
public final class StaleVersion extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long expected;
    private final long actual;

    public StaleVersion(long expected, long actual) {
        super("expected version " + expected + ", is " + actual, null, false, false);
        this.expected = expected;
        this.actual = actual;
    }

    /** The version that the caller named. */
    public long expected() {
        return expected;
    }

    /** The version that the project is at. */
    public long actual() {
        return actual;
    }
}
