package park.pipeline.projections.stage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import park.pipeline.core.project.Stage;

/**
 * What has become of the projects of a cohort.
 *
 * @param cohort how many were registered in its days
 * @param withdrawn how many of them are WITHDRAWN on the day
 * @param open how many of them are still on their way to production on the day
 * @param stages the eight stages with a rank, in order
 */
public record Conversion(long cohort, long withdrawn, long open, List<Reached> stages) {
    private static final int DECIMALS = 4;

    /** What has become of no projects at all. */
    public static final Conversion NONE = of(0, 0, 0, new long[Stage.RANKED.size()]);

    /**
     * How far the cohort came.
     *
     * @param reached how many came to this stage or past it
     * @param rateFromPrevious of those who reached the stage before; 4 decimals, half up, 0 where there are none
     * @param rateFromLead of the whole cohort, likewise
     */
    public record Reached(Stage stage, long reached, BigDecimal rateFromPrevious, BigDecimal rateFromLead) {}

    /** @param reached by rank, how many came to it or past it */
    static Conversion of(long cohort, long withdrawn, long open, long[] reached) {
        List<Reached> stages = new ArrayList<>();
        for (Stage stage : Stage.RANKED) {
            int rank = stage.rank();
            // Every project begins as a lead, also one that does so after the day.
            boolean lead = stage == Stage.LEAD;
            stages.add(new Reached(
                    stage,
                    reached[rank],
                    lead ? rate(cohort, cohort) : rate(reached[rank], reached[rank - 1]),
                    lead ? rate(cohort, cohort) : rate(reached[rank], cohort)));
        }
        return new Conversion(cohort, withdrawn, open, List.copyOf(stages));
    }

    /** What becomes of two cohorts that have no project in common, taken together. */
    public Conversion plus(Conversion other) {
        long[] reached = new long[stages.size()];
        for (int i = 0; i < reached.length; i++) {
            reached[i] = stages.get(i).reached() + other.stages.get(i).reached();
        }
        return of(cohort + other.cohort, withdrawn + other.withdrawn, open + other.open, reached);
    }

    private static BigDecimal rate(long part, long whole) {
        return whole == 0
                ? BigDecimal.ZERO.setScale(DECIMALS)
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
