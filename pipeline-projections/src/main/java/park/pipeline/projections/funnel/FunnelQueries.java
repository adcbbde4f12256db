package park.pipeline.projections.funnel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.Micros;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.ProjectFilter.Conditions;
import park.pipeline.projections.view.ViewReads;

/** The funnel of any day, as known at any instant. */
public final class FunnelQueries {
    private static final String SUMS = "select stage, sum(projects), sum(known_amounts), sum(investment_cny) from ";

    private record Sum(long projects, long known, BigInteger investmentCny) {
        static final Sum ZERO = new Sum(0, 0, BigInteger.ZERO);

        Sum minus(Sum later) {
            return new Sum(projects - later.projects, known - later.known, investmentCny.subtract(later.investmentCny));
        }
    }

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
        return reads.of(FunnelView.NAME, () -> rows(asOf, knownAt, filter));
    }

    private List<FunnelRow> rows(LocalDate asOf, @Nullable Instant knownAt, ProjectFilter filter) {
        Map<Stage, Sum> known = sums("funnel_day", conditions(asOf, filter));
        // What was known then is what is known now without what came since: the past costs what is younger than it.
        Map<Stage, Sum> since = knownAt == null
                ? Map.of()
                : sums("funnel_posting", conditions(asOf, filter).and("recorded_at > ?", Micros.of(knownAt)));
        List<FunnelRow> rows = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            Sum sum = known.getOrDefault(stage, Sum.ZERO).minus(since.getOrDefault(stage, Sum.ZERO));
            rows.add(new FunnelRow(stage, sum.projects(), sum.investmentCny(), sum.known()));
        }
        return rows;
    }

    private static Conditions conditions(LocalDate asOf, ProjectFilter filter) {
        Conditions conditions = new Conditions().and("valid_from <= ?", asOf);
        filter.addTo(conditions);
        return conditions;
    }

    private Map<Stage, Sum> sums(String table, Conditions conditions) {
        Map<Stage, Sum> sums = new EnumMap<>(Stage.class);
        jdbc.query(
                SUMS + table + conditions.where() + " group by stage",
                row -> {
                    BigDecimal amount = row.getBigDecimal(4);
                    sums.put(
                            Stage.valueOf(row.getString(1)),
                            new Sum(row.getLong(2), row.getLong(3), amount.toBigIntegerExact()));
                },
                conditions.arguments());
        return sums;
    }
}
