package park.pipeline.projections.stage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.ProjectFilter.Conditions;
import park.pipeline.projections.view.ViewReads;

/** How long projects stay in each stage. */
public final class DurationQueries {
    private final JdbcTemplate jdbc;
    private final ViewReads reads;

    public DurationQueries(JdbcTemplate jdbc, ViewReads reads) {
        this.jdbc = jdbc;
        this.reads = reads;
    }

    /**
     * All nine stages in order.
     *
     * @param asOf the day up to which open stages count, and on which an interval may end at the latest
     * @param knownAt the instant, what was recorded at it included; null takes all that the view holds
     * @param filter its team is that of {@code asOf}
     */
    public Positioned<List<DurationRow>> durations(LocalDate asOf, @Nullable Instant knownAt, ProjectFilter filter) {
        return reads.of(StageView.NAME, live -> {
            Map<Stage, DayHistogram> completed = completed(Known.entries(asOf, knownAt, filter, live), asOf, live);
            Map<Stage, DayHistogram> open = open(Known.entries(asOf, knownAt, filter, live), asOf, live);
            List<DurationRow> rows = new ArrayList<>();
            for (Stage stage : Stage.values()) {
                rows.add(row(stage, of(stage, completed), of(stage, open)));
            }
            return rows;
        });
    }

    /**
     * The same of one stage for each group of projects.
     *
     * @return by the value that the projects share, as {@link ConversionQueries#by} has it
     */
    public Positioned<SortedMap<String, DurationRow>> by(
            Dimension dimension, Stage stage, LocalDate asOf, @Nullable Instant knownAt, ProjectFilter filter) {
        return reads.of(StageView.NAME, live -> {
            Grouped groups = new Grouped(dimension, asOf, knownAt, live);
            Map<String, DayHistogram> completed = new HashMap<>();
            Map<String, DayHistogram> open = new HashMap<>();
            groups.query(
                    jdbc,
                    "count(*), days",
                    ", days",
                    Known.entries(asOf, knownAt, filter, live)
                            .and("next_on <= ?", asOf)
                            .and("stage = ?", stage.name()),
                    (group, row) -> of(group, completed).add(row.getLong(3), row.getLong(2)));
            groups.query(
                    jdbc,
                    "count(*), entered_on",
                    ", entered_on",
                    Known.entries(asOf, knownAt, filter, live)
                            .and("entered_on <= ?", asOf)
                            .and("next_on > ?", asOf)
                            .and("stage = ?", stage.name()),
                    (group, row) -> of(group, open)
                            .add(ChronoUnit.DAYS.between(row.getObject(3, LocalDate.class), asOf), row.getLong(2)));
            SortedMap<String, DurationRow> rows = new TreeMap<>();
            Stream.concat(completed.keySet().stream(), open.keySet().stream())
                    .distinct()
                    .toList()
                    .forEach(group -> rows.put(group, row(stage, of(group, completed), of(group, open))));
            return rows;
        });
    }

    /**
     * How long the intervals in a stage were that ended on or before a day.
     *
     * @return how many took so many days, by days
     */
    public Positioned<SortedMap<Long, Long>> distribution(
            Stage stage, LocalDate asOf, @Nullable Instant knownAt, ProjectFilter filter) {
        return reads.of(StageView.NAME, live -> {
            Conditions entries = Known.entries(asOf, knownAt, filter, live)
                    .and("next_on <= ?", asOf)
                    .and("stage = ?", stage.name());
            SortedMap<Long, Long> days = new TreeMap<>();
            jdbc.query(
                    "select days, count(*) from " + live.table(StageView.ENTRY) + entries.where() + " group by days",
                    row -> {
                        days.put(row.getLong(1), row.getLong(2));
                    },
                    entries.arguments());
            return days;
        });
    }

    private Map<Stage, DayHistogram> completed(Conditions entries, LocalDate asOf, Generation live) {
        entries.and("next_on <= ?", asOf);
        Map<Stage, DayHistogram> completed = new EnumMap<>(Stage.class);
        jdbc.query(
                "select stage, days, count(*) from " + live.table(StageView.ENTRY) + entries.where()
                        + " group by stage, days",
                row -> {
                    of(Stage.valueOf(row.getString(1)), completed).add(row.getLong(2), row.getLong(3));
                },
                entries.arguments());
        return completed;
    }

    private Map<Stage, DayHistogram> open(Conditions entries, LocalDate asOf, Generation live) {
        entries.and("entered_on <= ?", asOf).and("next_on > ?", asOf);
        Map<Stage, DayHistogram> open = new EnumMap<>(Stage.class);
        jdbc.query(
                "select stage, entered_on, count(*) from " + live.table(StageView.ENTRY) + entries.where()
                        + " group by stage, entered_on",
                row -> {
                    LocalDate since = row.getObject(2, LocalDate.class);
                    of(Stage.valueOf(row.getString(1)), open).add(ChronoUnit.DAYS.between(since, asOf), row.getLong(3));
                },
                entries.arguments());
        return open;
    }

    private static <K> DayHistogram of(K key, Map<K, DayHistogram> histograms) {
        return histograms.computeIfAbsent(key, k -> new DayHistogram());
    }

    private static DurationRow row(Stage stage, DayHistogram completed, DayHistogram open) {
        return new DurationRow(
                stage, completed.size(), completed.median(), completed.p90(), open.size(), open.median());
    }
}
