package park.pipeline.api.pages.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.pages.Format;
import park.pipeline.projections.stage.Conversion;
import park.pipeline.projections.stage.DurationRow;

/** What the charts of the analysis draw: the numbers of the tables beside them. */
final class AnalysisCharts {
    record Bars(List<String> x, String unit, List<Serie> series) {}

    record Serie(
            String name,
            List<? extends @Nullable Number> values,
            @Nullable Integer color) {}

    /** A group of projects with its name. */
    record Named(String name, Conversion conversion) {}

    private final Format fmt;

    AnalysisCharts(Format fmt) {
        this.fmt = fmt;
    }

    /** Per cent of the cohort that came to each stage, for one cohort or several. */
    Bars conversion(List<Named> cohorts) {
        List<String> stages = cohorts.getFirst().conversion().stages().stream()
                .map(s -> fmt.stage(s.stage()))
                .toList();
        List<Serie> series = cohorts.stream()
                .map(c -> new Serie(
                        c.name(),
                        c.conversion().stages().stream()
                                .map(s -> percent(s.rateFromLead()))
                                .toList(),
                        null))
                .toList();
        return new Bars(stages, "%", series);
    }

    /** Median and p90 of each stage. */
    Bars durations(List<DurationRow> rows, String days, String median, String p90) {
        return new Bars(
                rows.stream().map(r -> fmt.stage(r.stage())).toList(),
                days,
                List.of(
                        new Serie(
                                median,
                                rows.stream().map(DurationRow::medianDays).toList(),
                                null),
                        new Serie(p90, rows.stream().map(DurationRow::p90Days).toList(), null)));
    }

    /** Medians of each stage, of two groups. */
    Bars medians(String nameA, List<DurationRow> a, String nameB, List<DurationRow> b, String days) {
        return new Bars(
                a.stream().map(r -> fmt.stage(r.stage())).toList(),
                days,
                List.of(
                        new Serie(nameA, a.stream().map(DurationRow::medianDays).toList(), null),
                        new Serie(nameB, b.stream().map(DurationRow::medianDays).toList(), null)));
    }

    Bars distribution(List<Bin> bins, String count, int color) {
        List<Long> values = new ArrayList<>();
        bins.forEach(bin -> values.add(bin.count()));
        return new Bars(bins.stream().map(Bin::label).toList(), count, List.of(new Serie(count, values, color)));
    }

    private static BigDecimal percent(BigDecimal rate) {
        return rate.movePointRight(2).setScale(2, RoundingMode.HALF_UP);
    }
}
