package park.pipeline.api.pages.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.pages.analysis.ComparePage.Side;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.stage.Conversion.Reached;
import park.pipeline.projections.stage.DurationRow;

/**
 * One stage of both groups.
 *
 * @param reachedA null for WITHDRAWN, which is no stage that one reaches
 */
public record ComparedStage(
        Stage stage, @Nullable Reached reachedA, @Nullable Reached reachedB, DurationRow daysA, DurationRow daysB) {
    static List<ComparedStage> of(Side a, Side b) {
        List<ComparedStage> rows = new ArrayList<>();
        for (int i = 0; i < a.durations().size(); i++) {
            DurationRow days = a.durations().get(i);
            boolean ranked = i < a.conversion().stages().size();
            rows.add(new ComparedStage(
                    days.stage(),
                    ranked ? a.conversion().stages().get(i) : null,
                    ranked ? b.conversion().stages().get(i) : null,
                    days,
                    b.durations().get(i)));
        }
        return rows;
    }

    /** By how many percentage points more of A came here than of B, two decimals. */
    public @Nullable BigDecimal points() {
        return reachedA == null || reachedB == null
                ? null
                : reachedA.rateFromLead().subtract(reachedB.rateFromLead()).movePointRight(2);
    }

    /** By how many days the median of A is longer; null where one of them has none. */
    public @Nullable Long medianDifference() {
        return difference(daysA.medianDays(), daysB.medianDays());
    }

    /** The same of the days that nine in ten did not exceed. */
    public @Nullable Long p90Difference() {
        return difference(daysA.p90Days(), daysB.p90Days());
    }

    private static @Nullable Long difference(@Nullable Long a, @Nullable Long b) {
        return a == null || b == null ? null : a - b;
    }
}
