package park.pipeline.api.pages.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.pages.Format;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.stage.Conversion;
import park.pipeline.projections.stage.DurationRow;

/** What the charts of the analysis draw: the numbers of the tables beside them. */
final class AnalysisCharts {
    /** Those that a park is judged by; all eight in one chart would be a thicket. */
    private static final List<Stage> MILESTONES =
            List.of(Stage.INTENT, Stage.CONTRACT, Stage.CONSTRUCTION, Stage.PRODUCTION);

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

    /** Per cent of each cohort that came to the milestones, the oldest cohort first. */
    Bars periods(List<Named> newestFirst) {
        List<Named> periods = newestFirst.reversed();
        return new Bars(
                periods.stream().map(Named::name).toList(),
                "%",
                MILESTONES.stream()
                        .map(stage -> new Serie(
                                fmt.stage(stage),
                                periods.stream()
                                        .map(p -> percent(p.conversion()
                                                .stages()
                                                .get(stage.rank())
                                                .rateFromLead()))
                                        .toList(),
                                stage.ordinal()))
                        .toList());
    }

    /** Median and p90 of each stage. */
    Bars durations(List<DurationRow> rows, String days, String median, String p90) {
        return new Bars(
                stages(rows),
                days,
                List.of(
                        new Serie(median, values(rows, DurationRow::medianDays), null),
                        new Serie(p90, values(rows, DurationRow::p90Days), null)));
    }

    /** Medians of each stage, of two groups. */
    Bars medians(String nameA, List<DurationRow> a, String nameB, List<DurationRow> b, String days) {
        return new Bars(
                stages(a),
                days,
                List.of(
                        new Serie(nameA, values(a, DurationRow::medianDays), null),
                        new Serie(nameB, values(b, DurationRow::medianDays), null)));
    }

    Bars distribution(List<Bin> bins, String count, int color) {
        return new Bars(labels(bins), count, List.of(new Serie(count, counts(bins, 0), color)));
    }

    /** Per cent of its own intervals, of two groups: those of a small one can be seen beside those of a large one. */
    Bars distributions(String nameA, String nameB, List<Bin> bins) {
        return new Bars(
                labels(bins),
                "%",
                List.of(
                        new Serie(nameA, percents(counts(bins, 0)), null),
                        new Serie(nameB, percents(counts(bins, 1)), null)));
    }

    private List<String> stages(List<DurationRow> rows) {
        return rows.stream().map(r -> fmt.stage(r.stage())).toList();
    }

    /** Null where nobody was in a stage: there is no bar then. */
    private static List<@Nullable Long> values(List<DurationRow> rows, Function<DurationRow, @Nullable Long> value) {
        List<@Nullable Long> values = new ArrayList<>();
        rows.forEach(row -> values.add(value.apply(row)));
        return values;
    }

    private static List<String> labels(List<Bin> bins) {
        return bins.stream().map(Bin::label).toList();
    }

    private static List<Long> counts(List<Bin> bins, int group) {
        return bins.stream().map(bin -> bin.counts().get(group)).toList();
    }

    private static List<BigDecimal> percents(List<Long> counts) {
        long all = counts.stream().mapToLong(Long::longValue).sum();
        return counts.stream()
                .map(count -> all == 0
                        ? BigDecimal.ZERO
                        : BigDecimal.valueOf(count)
                                .movePointRight(2)
                                .divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP))
                .toList();
    }

    private static BigDecimal percent(BigDecimal rate) {
        return rate.movePointRight(2).setScale(2, RoundingMode.HALF_UP);
    }
}
