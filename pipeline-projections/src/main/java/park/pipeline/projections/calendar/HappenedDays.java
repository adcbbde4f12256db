package park.pipeline.projections.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.Micros;
import park.pipeline.projections.funnel.FunnelView;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.LogAt;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ViewReads;

/** The days from which the funnel is another than on the day before. */
public final class HappenedDays {
    private static final int KEPT = 50;
    private static final String GROUP = "valid_from, stage, industry, origin, kind, team";
    private static final String SUMS = "projects, known_amounts, investment_cny";
    /** Who comes into a group has left another one, or was not there before: only the coming are counted. */
    private static final String COUNT = "sum(case when projects > 0 then projects when projects = 0 then 1 else 0 end)";

    private final JdbcTemplate jdbc;
    private final ViewReads reads;
    /** By the instant as known at which: what was known then never changes. */
    private final Cache<Long, List<BusyDay>> recent =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    public HappenedDays(JdbcTemplate jdbc, ViewReads reads) {
        this.jdbc = jdbc;
        this.reads = reads;
    }

    /**
     * All such days, in order.
     *
     * @param knownAt the instant, what was recorded at it included; null takes all that the view holds
     * @return the count: how many projects more than on the day before are in the groups (stage, team, industry, origin,
     *     kind) that grew, and one for each group in which only the amounts are others
     */
    public Positioned<List<BusyDay>> days(@Nullable Instant knownAt) {
        return reads.of(FunnelView.NAME, live -> {
            long seen = reads.recordedAt(FunnelView.NAME);
            long known = knownAt == null ? seen : Math.min(Micros.of(knownAt), seen);
            List<BusyDay> days = recent.getIfPresent(known);
            if (days == null) {
                days = List.copyOf(known == seen ? days(live.table(FunnelView.DAY)) : days(known, seen, live));
                recent.put(known, days);
            }
            return days;
        });
    }

    /** What was posted up to the instant; or, where that is less, all of the present without what came since. */
    private List<BusyDay> days(long known, long seen, Generation live) {
        String postings = live.table(FunnelView.POSTING);
        boolean young = 2 * LogAt.position(known, jdbc) > LogAt.position(seen, jdbc);
        String source = young
                ? """
                select %1$s, %2$s from %3$s
                union all
                select %1$s, -projects, -known_amounts, -investment_cny from %4$s where recorded_at > ?
                """.formatted(GROUP, SUMS, live.table(FunnelView.DAY), postings)
                : "select %s, %s from %s where recorded_at <= ?".formatted(GROUP, SUMS, postings);
        return days("""
                (select %1$s, sum(projects) projects, sum(known_amounts) known_amounts, sum(investment_cny) investment_cny
                 from (%2$s) posted group by %1$s
                 having sum(projects) <> 0 or sum(known_amounts) <> 0 or sum(investment_cny) <> 0) known
                """.formatted(GROUP, source), known);
    }

    private List<BusyDay> days(String totals, Object... arguments) {
        return jdbc.query(
                "select valid_from, " + COUNT + " from " + totals + " group by valid_from order by valid_from",
                (row, i) -> new BusyDay(row.getObject(1, LocalDate.class), row.getLong(2)),
                arguments);
    }
}
