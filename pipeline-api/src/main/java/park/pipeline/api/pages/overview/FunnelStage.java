package park.pipeline.api.pages.overview;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.funnel.FunnelRow;

/**
 * One stage of the funnel.
 *
 * @param now the projects that stand in it
 * @param orFurther those that stand in it or behind it on the way; of WITHDRAWN those in it
 */
public record FunnelStage(FunnelRow now, long orFurther) {
    /** The sum of the known amounts, whole yuan; null where all are unknown. */
    public @Nullable BigInteger investmentCny() {
        return now.count() > 0 && now.investmentKnown() == 0 ? null : now.investmentCny();
    }

    static List<FunnelStage> of(List<FunnelRow> rows) {
        List<FunnelStage> stages = new ArrayList<>();
        long further = 0;
        for (FunnelRow row : rows.reversed()) {
            boolean withdrawn = row.stage() == Stage.WITHDRAWN;
            further += withdrawn ? 0 : row.count();
            stages.addFirst(new FunnelStage(row, withdrawn ? row.count() : further));
        }
        return stages;
    }
}
