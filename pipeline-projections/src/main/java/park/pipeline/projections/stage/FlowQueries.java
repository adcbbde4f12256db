package park.pipeline.projections.stage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.ProjectFilter.Conditions;
import park.pipeline.projections.view.ViewReads;

/** The moves from stage to stage between two days. */
public final class FlowQueries {
    private static final Comparator<FlowLink> ORDER = Comparator.comparing(
                    FlowLink::from, Comparator.nullsFirst(Comparator.<Stage>naturalOrder()))
            .thenComparing(FlowLink::to);

    private final JdbcTemplate jdbc;
    private final ViewReads reads;

    public FlowQueries(JdbcTemplate jdbc, ViewReads reads) {
        this.jdbc = jdbc;
        this.reads = reads;
    }

    /**
     * The stage entries in force between two days, by where they came from and where they led.
     *
     * @param from the first day
     * @param to the last day, inclusive
     * @param knownAt the instant, what was recorded at it included; null takes all that the view holds
     * @param filter its team is that of the entry's day
     * @return registrations first, then in the order of the stages; links that nobody went are left out
     */
    public Positioned<List<FlowLink>> flow(
            LocalDate from, LocalDate to, @Nullable Instant knownAt, ProjectFilter filter) {
        Conditions conditions =
                Known.at(new Conditions(), knownAt).and("entered_on >= ?", from).and("entered_on <= ?", to);
        filter.addTo(conditions);
        return reads.of(
                StageView.NAME,
                live -> jdbc
                        .query(
                                "select stage_before, stage, count(*), sum(investment_cny) from "
                                        + live.table(StageView.ENTRY)
                                        + conditions.where() + " group by stage_before, stage",
                                (row, i) -> link(row),
                                conditions.arguments())
                        .stream()
                        .sorted(ORDER)
                        .toList());
    }

    private static FlowLink link(ResultSet row) throws SQLException {
        String before = row.getString(1);
        BigDecimal sum = row.getBigDecimal(4);
        return new FlowLink(
                before == null ? null : Stage.valueOf(before),
                Stage.valueOf(row.getString(2)),
                row.getLong(3),
                sum == null ? BigInteger.ZERO : sum.toBigIntegerExact());
    }
}
