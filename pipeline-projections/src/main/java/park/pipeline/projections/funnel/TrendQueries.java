package park.pipeline.projections.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.Micros;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.ProjectFilter.Conditions;
import park.pipeline.projections.view.ViewReads;

/** The funnel of many days. */
public final class TrendQueries {
    private final JdbcTemplate jdbc;
    private final ViewReads reads;

    public TrendQueries(JdbcTemplate jdbc, ViewReads reads) {
        this.jdbc = jdbc;
        this.reads = reads;
    }

    /**
     * The funnel of each of these days.
     *
     * @param days in order, at least one
     * @param knownAt the instant, what was recorded at it included; null takes all that the view holds
     */
    public Positioned<List<TrendPoint>> trend(List<LocalDate> days, @Nullable Instant knownAt, ProjectFilter filter) {
        return reads.of(FunnelView.NAME, live -> {
            NavigableMap<LocalDate, Map<Stage, Sum>> changes = new TreeMap<>();
            Conditions all = FunnelQueries.conditions(days.getLast(), filter);
            changes(live.table(FunnelView.DAY), all, Sum.ZERO::plus, changes);
            if (knownAt != null) {
                // As in the funnel of one day: what was known then is what is known now without what came since.
                Conditions since =
                        FunnelQueries.conditions(days.getLast(), filter).and("recorded_at > ?", Micros.of(knownAt));
                changes(live.table(FunnelView.POSTING), since, Sum.ZERO::minus, changes);
            }
            return points(days, changes);
        });
    }

    private void changes(
            String table,
            Conditions conditions,
            UnaryOperator<Sum> sign,
            NavigableMap<LocalDate, Map<Stage, Sum>> changes) {
        jdbc.query(
                "select valid_from, stage, " + Sum.COLUMNS + " from " + table + conditions.where()
                        + " group by valid_from, stage",
                row -> {
                    changes.computeIfAbsent(row.getObject(1, LocalDate.class), day -> new EnumMap<>(Stage.class))
                            .merge(Stage.valueOf(row.getString(2)), sign.apply(Sum.of(row, 3)), Sum::plus);
                },
                conditions.arguments());
    }

    /** One pass over the day totals, whatever the number of points: each point is what has come together so far. */
    private static List<TrendPoint> points(List<LocalDate> days, NavigableMap<LocalDate, Map<Stage, Sum>> changes) {
        List<TrendPoint> points = new ArrayList<>();
        Map<Stage, Sum> sums = new EnumMap<>(Stage.class);
        LocalDate from = LocalDate.MIN;
        for (LocalDate day : days) {
            changes.subMap(from, false, day, true)
                    .values()
                    .forEach(change -> change.forEach((stage, sum) -> sums.merge(stage, sum, Sum::plus)));
            points.add(new TrendPoint(day, Sum.rows(sums)));
            from = day;
        }
        return points;
    }
}
