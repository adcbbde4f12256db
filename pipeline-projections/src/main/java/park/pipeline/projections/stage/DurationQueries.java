package park.pipeline.projections.stage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    private static DayHistogram of(Stage stage, Map<Stage, DayHistogram> histograms) {
        return histograms.computeIfAbsent(stage, s -> new DayHistogram());
    }

    private static DurationRow row(Stage stage, DayHistogram completed, DayHistogram open) {
        return new DurationRow(
                stage, completed.size(), completed.median(), completed.p90(), open.size(), open.median());
    }
}
