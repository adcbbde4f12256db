package park.pipeline.core.log;

/** The request was answered under the same key meanwhile, by another node; its events are there, these are not. */
public final class AlreadyAnswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlreadyAnswered(Receipt receipt) {
        super("Answered before: key " + receipt.key() + " of " + receipt.actor());
    }
}
