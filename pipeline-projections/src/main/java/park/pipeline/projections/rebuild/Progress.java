package park.pipeline.projections.rebuild;

/** Is told how far the work has come, a few times a second; may throw to end it. */
public interface Progress {
    enum Phase {
        /** The other generation is emptied of what an earlier attempt left. */
        PREPARING,
        /** Events are taken in. */
        FILLING,
        /** Rows are compared. */
        COMPARING,
        /** The generations change places. */
        SWITCHING,
        /** The generation that is no longer live is emptied. */
        CLEARING
    }

    /**
     * @param processed events while filling (in bulk a count, then a position), rows while comparing; 0 otherwise
     * @param total of the same; 0 where it is not known
     */
    void at(Phase phase, long processed, long total);
}
