package park.pipeline.api.pages.overview;

import java.math.BigInteger;
import java.util.List;
import park.pipeline.projections.funnel.FunnelRow;

/**
 * The projects on their way to production.
 *
 * @param investmentCny the sum of the known amounts, whole yuan
 * @param known how many of them have a known amount
 */
public record Active(long count, BigInteger investmentCny, long known) {
    static Active of(List<FunnelRow> rows) {
        Active active = new Active(0, BigInteger.ZERO, 0);
        for (FunnelRow row : rows) {
            if (row.stage().isOpen()) {
                active = new Active(
                        active.count + row.count(),
                        active.investmentCny.add(row.investmentCny()),
                        active.known + row.investmentKnown());
            }
        }
        return active;
    }
}
