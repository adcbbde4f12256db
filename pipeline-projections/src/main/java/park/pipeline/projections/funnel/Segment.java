package park.pipeline.projections.funnel;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.DatedSeries;
import park.pipeline.core.project.Entry;
import park.pipeline.core.project.Investment;
import park.pipeline.core.project.Responsible;
import park.pipeline.core.project.Stage;
import park.pipeline.core.project.StageEntry;
import park.pipeline.core.project.Timeline;
import park.pipeline.projections.view.Stretch;

/**
 * A stretch of days on which nothing that the funnel counts changed.
 *
 * @param from its first day; it lasts until the next segment
 * @param investmentCny null where unknown
 */
record Segment(
        LocalDate from,
        Stage stage,
        @Nullable String team,
        @Nullable Long investmentCny) {
    /** All segments of a project, in order; none before its registration. */
    static List<Segment> of(Timeline timeline) {
        DatedSeries series = timeline.series();
        return Stretch.of(series.stages(), series.team(), series.investment()).stream()
                .map(days -> on(days.from(), series))
                .toList();
    }

    private static Segment on(LocalDate day, DatedSeries series) {
        Entry<StageEntry> stage = series.stages().on(day);
        Entry<Responsible> team = series.team().on(day);
        Entry<Investment> investment = series.investment().on(day);
        if (stage == null || team == null || investment == null) {
            throw new IllegalStateException("The registration begins every series, but not on " + day);
        }
        return new Segment(
                day,
                stage.value().stage(),
                team.value().team(),
                investment.value().amountCny());
    }
}
