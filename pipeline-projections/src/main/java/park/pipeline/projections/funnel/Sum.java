package park.pipeline.projections.funnel;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import park.pipeline.core.project.Stage;

/** Postings added up; larger than a {@code long} where many large amounts come together. */
record Sum(long projects, long known, BigInteger investmentCny) {
    static final Sum ZERO = new Sum(0, 0, BigInteger.ZERO);
    static final String COLUMNS = "sum(projects), sum(known_amounts), sum(investment_cny)";

    /** The values of {@link #COLUMNS}, of which the first is at this place. */
    static Sum of(ResultSet row, int first) throws SQLException {
        return new Sum(
                row.getLong(first),
                row.getLong(first + 1),
                row.getBigDecimal(first + 2).toBigIntegerExact());
    }

    Sum plus(Sum other) {
        return new Sum(projects + other.projects, known + other.known, investmentCny.add(other.investmentCny));
    }

    Sum minus(Sum other) {
        return new Sum(projects - other.projects, known - other.known, investmentCny.subtract(other.investmentCny));
    }

    /** All nine stages in order, zeros included. */
    static List<FunnelRow> rows(Map<Stage, Sum> sums) {
        List<FunnelRow> rows = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            Sum sum = sums.getOrDefault(stage, ZERO);
            rows.add(new FunnelRow(stage, sum.projects, sum.investmentCny, sum.known));
        }
        return rows;
    }
}
