package park.pipeline.projections.funnel;

import java.time.Instant;
import java.time.LocalDate;
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
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.ProjectFilter.Conditions;

/** The ledger as the database adds it up, within a read. */
final class LedgerSums {
    private final JdbcTemplate jdbc;

    LedgerSums(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The funnel of a day.
     *
     * @param knownAt the instant, what was recorded at it included; null takes all that the view holds
     */
    List<FunnelRow> funnel(LocalDate asOf, @Nullable Instant knownAt, ProjectFilter filter, Generation live) {
        Map<Stage, Sum> sums = sums(live.table(FunnelView.DAY), upTo(asOf, filter));
        if (knownAt != null) {
            // What was known then is what is known now without what came since: the past costs what is younger than it.
            sums(live.table(FunnelView.POSTING), upTo(asOf, filter).and("recorded_at > ?", Micros.of(knownAt)))
                    .forEach((stage, since) ->
                            sums.put(stage, sums.getOrDefault(stage, Sum.ZERO).minus(since)));
        }
        return Sum.rows(sums);
    }

    /** What holds on a day is the sum of all that was posted up to it. */
    static Conditions upTo(LocalDate asOf, ProjectFilter filter) {
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

    /** What changes on each day, of all that the view holds. */
    NavigableMap<LocalDate, Map<Stage, Sum>> changes(ProjectFilter filter, Generation live) {
        Conditions conditions = new Conditions();
        filter.addTo(conditions);
        return changes(live.table(FunnelView.DAY), conditions, UnaryOperator.identity());
    }

    /** What the events behind one position, up to another one, changed on each day. */
    NavigableMap<LocalDate, Map<Stage, Sum>> changes(
            long after, long upTo, ProjectFilter filter, Generation live, UnaryOperator<Sum> sign) {
        Conditions conditions = new Conditions().and("log_position > ?", after).and("log_position <= ?", upTo);
        filter.addTo(conditions);
        return changes(live.table(FunnelView.POSTING), conditions, sign);
    }

    private NavigableMap<LocalDate, Map<Stage, Sum>> changes(
            String table, Conditions conditions, UnaryOperator<Sum> sign) {
        NavigableMap<LocalDate, Map<Stage, Sum>> changes = new TreeMap<>();
        jdbc.query(
                "select valid_from, stage, " + Sum.COLUMNS + " from " + table + conditions.where()
                        + " group by valid_from, stage",
                row -> {
                    changes.computeIfAbsent(row.getObject(1, LocalDate.class), day -> new EnumMap<>(Stage.class))
                            .put(Stage.valueOf(row.getString(2)), sign.apply(Sum.of(row, 3)));
                },
                conditions.arguments());
        return changes;
    }
}
