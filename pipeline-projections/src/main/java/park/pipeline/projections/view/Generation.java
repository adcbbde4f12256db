package park.pipeline.projections.view;

/**
 * A view's tables stand twice. The live generation is fed and read; the other is empty, or is being filled beside it by a
 * rebuild or a verification.
 */
public enum Generation {
    FIRST(1),
    SECOND(2);

    private final int number;

    Generation(int number) {
        this.number = number;
    }

    static Generation of(int number) {
        return number == FIRST.number ? FIRST : SECOND;
    }

    int number() {
        return number;
    }

    public Generation other() {
        return this == FIRST ? SECOND : FIRST;
    }

    /** What one of a view's tables is called in this generation. */
    public String table(String name) {
        return name + "_g" + number;
    }
}
