package park.pipeline.projections.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.Micros;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.ProjectFilter.Conditions;
import park.pipeline.projections.view.ViewReads;

/** The funnel of any day, as known at any instant. */
public final class FunnelQueries {
    private final JdbcTemplate jdbc;
    private final ViewReads reads;

    public FunnelQueries(JdbcTemplate jdbc, ViewReads reads) {
        this.jdbc = jdbc;
        this.reads = reads;
    }

    /**
     * All nine stages in order, zeros included.
     *
     * @param asOf the day, to its end
     * @param knownAt the instant, what was recorded at it included; null takes all that the view holds
     */
    public Positioned<List<FunnelRow>> funnel(LocalDate asOf, @Nullable Instant knownAt, ProjectFilter filter) {
        return reads.of(FunnelView.NAME, live -> rows(asOf, knownAt, filter, live));
    }

    /** The same within a read. */
    List<FunnelRow> rows(LocalDate asOf, @Nullable Instant knownAt, ProjectFilter filter, Generation live) {
        Map<Stage, Sum> sums = sums(live.table(FunnelView.DAY), conditions(asOf, filter));
        if (knownAt != null) {
            // What was known then is what is known now without what came since: the past costs what is younger than it.
            sums(live.table(FunnelView.POSTING), conditions(asOf, filter).and("recorded_at > ?", Micros.of(knownAt)))
                    .forEach((stage, since) ->
                            sums.put(stage, sums.getOrDefault(stage, Sum.ZERO).minus(since)));
        }
        return Sum.rows(sums);
    }

    /** What holds on a day is the sum of all that was posted up to it. */
    static Conditions conditions(LocalDate asOf, ProjectFilter filter) {
        Conditions conditions = new Conditions().and("valid_from <= ?", asOf);
        filter.addTo(conditions);
        return conditions;
    }

    private Map<Stage, Sum> sums(String table, Conditions conditions) {
        Map<Stage, Sum> sums = new EnumMap<>(Stage.class);
        jdbc.query(
                "select stage, " + Sum.COLUMNS + " from " + table + conditions.where() + " group by stage",
                row -> {
                    sums.put(Stage.valueOf(row.getString(1)), Sum.of(row, 2));
                },
                conditions.arguments());
        return sums;
    }
}
