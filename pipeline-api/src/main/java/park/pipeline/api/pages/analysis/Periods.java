package park.pipeline.api.pages.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import park.pipeline.api.pages.analysis.AnalysisCharts.Named;
import park.pipeline.projections.funnel.TrendStep;
import park.pipeline.projections.stage.Conversion;

/**
 * Cohorts of a period, put together from those of single days.
 *
 * @param newest the last one first, at most {@link #MOST}; only those in which a project was registered
 * @param leftOut how many older ones there are
 */
public record Periods(List<Named> newest, int leftOut) {
    /** Five years of months. */
    static final int MOST = 60;

    static Periods of(SortedMap<String, Conversion> byDay, TrendStep step) {
        SortedMap<String, Conversion> periods = new TreeMap<>();
        byDay.forEach(
                (day, conversion) -> periods.merge(name(LocalDate.parse(day), step), conversion, Conversion::plus));
        List<Named> all = new ArrayList<>();
        periods.forEach((name, conversion) -> all.addFirst(new Named(name, conversion)));
        int shown = Math.min(MOST, all.size());
        return new Periods(List.copyOf(all.subList(0, shown)), all.size() - shown);
    }

    private static String name(LocalDate day, TrendStep step) {
        return switch (step) {
            case MONTH -> day.toString().substring(0, 7);
            case QUARTER -> day.getYear() + " Q" + ((day.getMonthValue() + 2) / 3);
            case YEAR -> Integer.toString(day.getYear());
        };
    }
}
