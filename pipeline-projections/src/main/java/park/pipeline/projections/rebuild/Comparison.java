package park.pipeline.projections.rebuild;

import java.util.List;

/**
 * The live view beside the one built from the log, both as they were at one position.
 *
 * @param position of the last event that both had taken in
 * @param rows of the live view, all tables together
 * @param differing how many rows differ
 * @param differences the first of them
 */
public record Comparison(long position, long rows, long differing, List<Difference> differences) {
    /** So many differences are kept one by one; the others are counted. */
    static final int KEPT = 1_000;

    public Comparison {
        differences = List.copyOf(differences);
    }

    public boolean identical() {
        return differing == 0;
    }
}
