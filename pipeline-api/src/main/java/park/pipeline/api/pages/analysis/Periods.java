package park.pipeline.api.pages.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import park.pipeline.api.pages.analysis.AnalysisCharts.Named;
import park.pipeline.projections.funnel.TrendStep;
import park.pipeline.projections.stage.Conversion;

/** Cohorts of a period, put together from those of single days. */
final class Periods {
    private static final int MOST = 24;

    private Periods() {}

    /** The newest periods, the last one first. */
    static List<Named> of(SortedMap<String, Conversion> byDay, TrendStep step) {
        SortedMap<String, Conversion> periods = new TreeMap<>();
        byDay.forEach(
                (day, conversion) -> periods.merge(name(LocalDate.parse(day), step), conversion, Conversion::plus));
        List<Named> newest = new ArrayList<>();
        periods.forEach((name, conversion) -> newest.addFirst(new Named(name, conversion)));
        return newest.subList(0, Math.min(MOST, newest.size()));
    }

    private static String name(LocalDate day, TrendStep step) {
        return switch (step) {
            case MONTH -> day.toString().substring(0, 7);
            case QUARTER -> day.getYear() + " Q" + ((day.getMonthValue() + 2) / 3);
            case YEAR -> Integer.toString(day.getYear());
        };
    }
}
