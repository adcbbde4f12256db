package park.pipeline.projections.project;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter.Conditions;
import park.pipeline.projections.view.ViewReads;

/** Projects as a table: sorted by any column, with the sums over all that match. */
public final class ProjectTable {
    private static final int AT_ONCE = 1_000;

    /**
     * What is asked.
     *
     * @param time at which the projects are looked at
     */
    public record Question(ProjectSearch search, ProjectOrder order, boolean descending, ProjectTime time) {}

    /**
     * One page of the table.
     *
     * @param count all that match
     * @param investmentCny the sum of their known amounts, whole yuan
     * @param investmentKnown how many of them have a known amount
     */
    public record Page(List<ProjectItem> items, long count, BigInteger investmentCny, long investmentKnown) {}

    private final JdbcTemplate jdbc;
    private final JdbcTemplate streaming;
    private final ViewReads reads;
    private final Supplier<StageLimits> limits;

    /** @param limits asked once an answer, before its snapshot is taken */
    public ProjectTable(JdbcTemplate jdbc, ViewReads reads, Supplier<StageLimits> limits) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        streaming.setFetchSize(AT_ONCE);
        this.reads = reads;
        this.limits = limits;
    }

    /**
     * Some of the rows, and the sums over all.
     *
     * @param offset how many rows come before
     * @param limit how many rows at the most
     */
    public Positioned<Page> page(Question question, long offset, int limit) {
        StageLimits inForce = limits.get();
        return reads.of(ProjectView.NAME, live -> {
            Standing standing = Standing.of(question.time(), live, reads);
            Conditions conditions = conditions(question, standing, inForce);
            List<ProjectItem> items = jdbc.query(
                    standing.select() + conditions.where() + question.order().clause(question.descending()) + " limit "
                            + limit + " offset " + offset,
                    (row, i) -> ProjectPages.item(row, question.time().asOf(), inForce),
                    conditions.arguments());
            Page sums = jdbc.queryForObject(
                    "select count(*), sum(investment_cny), count(investment_cny) from " + standing.table()
                            + conditions.where(),
                    (row, i) -> new Page(items, row.getLong(1), whole(row.getBigDecimal(2)), row.getLong(3)),
                    conditions.arguments());
            if (sums == null) {
                throw new IllegalStateException("A count gave no row");
            }
            return sums;
        });
    }

    /** All rows, one by one, of one and the same moment; never all in memory on our side. */
    public Positioned<Long> forEach(Question question, Consumer<ProjectItem> taker) {
        StageLimits inForce = limits.get();
        return reads.of(ProjectView.NAME, live -> {
            Standing standing = Standing.of(question.time(), live, reads);
            Conditions conditions = conditions(question, standing, inForce);
            long[] rows = {0};
            streaming.query(
                    standing.select() + conditions.where() + question.order().clause(question.descending()),
                    row -> {
                        taker.accept(ProjectPages.item(row, question.time().asOf(), inForce));
                        rows[0]++;
                    },
                    conditions.arguments());
            return rows[0];
        });
    }

    private static Conditions conditions(Question question, Standing standing, StageLimits inForce) {
        Conditions conditions = standing.conditions();
        SearchConditions.add(
                conditions, question.search(), inForce, question.time().asOf());
        return conditions;
    }

    private static BigInteger whole(@Nullable BigDecimal sum) {
        return sum == null ? BigInteger.ZERO : sum.toBigIntegerExact();
    }
}
