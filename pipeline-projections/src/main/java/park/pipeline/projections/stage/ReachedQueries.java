package park.pipeline.projections.stage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.ProjectFilter.Conditions;
import park.pipeline.projections.view.ViewReads;

/** How many projects came to a stage for the first time between two days. */
public final class ReachedQueries {
    /**
     * Projects that reached a stage.
     *
     * @param investmentCny of those whose amount was known on the day they reached it
     * @param known how many those are
     */
    public record Reached(long projects, BigInteger investmentCny, long known) {
        public static final Reached NONE = new Reached(0, BigInteger.ZERO, 0);
    }

    private final JdbcTemplate jdbc;
    private final ViewReads reads;

    public ReachedQueries(JdbcTemplate jdbc, ViewReads reads) {
        this.jdbc = jdbc;
        this.reads = reads;
    }

    /**
     * All stages that anybody reached: of each project its first entry in force into the stage.
     *
     * @param from the first day
     * @param to the last day, inclusive
     * @param knownAt the instant, what was recorded at it included; null takes all that the view holds
     * @param filter its team is that of the entry's day
     */
    public Positioned<Map<Stage, Reached>> reached(
            LocalDate from, LocalDate to, @Nullable Instant knownAt, ProjectFilter filter) {
        return reads.of(StageView.NAME, live -> reached(from, to, knownAt, filter, live));
    }

    private Map<Stage, Reached> reached(
            LocalDate from, LocalDate to, @Nullable Instant knownAt, ProjectFilter filter, Generation live) {
        String entries = live.table(StageView.ENTRY);
        Conditions earlier = Known.at(new Conditions(), knownAt);
        Conditions conditions = Known.at(new Conditions(), knownAt).and("entered_on >= ?", from);
        conditions.and("entered_on <= ?", to);
        filter.addTo(conditions);
        conditions.and(
                "not exists (select 1 from " + entries + " earlier" + earlier.where()
                        + " and earlier.project_id = entry.project_id and earlier.stage = entry.stage"
                        + " and earlier.entry_no < entry.entry_no)",
                earlier.arguments());
        Map<Stage, Reached> reached = new EnumMap<>(Stage.class);
        jdbc.query(
                "select stage, count(*), sum(investment_cny), count(investment_cny) from " + entries + " entry"
                        + conditions.where() + " group by stage",
                row -> {
                    BigDecimal sum = row.getBigDecimal(3);
                    reached.put(
                            Stage.valueOf(row.getString(1)),
                            new Reached(
                                    row.getLong(2),
                                    sum == null ? BigInteger.ZERO : sum.toBigIntegerExact(),
                                    row.getLong(4)));
                },
                conditions.arguments());
        return reached;
    }
}
