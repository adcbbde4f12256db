package park.pipeline.projections.funnel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
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
     * The funnel of each of these days, as known now.
     *
     * @param days in order, at least one
     */
    public Positioned<List<TrendPoint>> trend(List<LocalDate> days, ProjectFilter filter) {
        Conditions conditions = FunnelQueries.conditions(days.getLast(), filter);
        return reads.of(FunnelView.NAME, live -> points(days, conditions, live.table(FunnelView.DAY)));
    }

    /** One pass over the day totals, whatever the number of points: each point is what has come together so far. */
    private List<TrendPoint> points(List<LocalDate> days, Conditions conditions, String table) {
        List<TrendPoint> points = new ArrayList<>();
        Map<Stage, Sum> sums = new EnumMap<>(Stage.class);
        jdbc.query(
                "select valid_from, stage, " + Sum.COLUMNS + " from " + table + conditions.where()
                        + " group by valid_from, stage order by valid_from",
                row -> {
                    LocalDate day = row.getObject(1, LocalDate.class);
                    while (days.get(points.size()).isBefore(day)) {
                        points.add(new TrendPoint(days.get(points.size()), Sum.rows(sums)));
                    }
                    sums.merge(Stage.valueOf(row.getString(2)), Sum.of(row, 3), Sum::plus);
                },
                conditions.arguments());
        while (points.size() < days.size()) {
            points.add(new TrendPoint(days.get(points.size()), Sum.rows(sums)));
        }
        return points;
    }
}
