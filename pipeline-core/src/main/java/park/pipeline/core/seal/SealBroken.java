package park.pipeline.core.seal;

/** The log is not what was sealed. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long position;

    SealBroken(long position, String message) {
        super("position " + position + ": " + message);
        this.position = position;
    }

    /** The first position at which that was seen. */
    public long position() {
        return position;
    }
}
