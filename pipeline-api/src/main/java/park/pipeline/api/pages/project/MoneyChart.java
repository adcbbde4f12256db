package park.pipeline.api.pages.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.pages.Format;
import park.pipeline.core.project.DatedSeries;
import park.pipeline.core.project.Entry;
import park.pipeline.core.project.Investment;
import park.pipeline.core.project.Progress;

/**
 * The money of a project and how far it has come, day by day: what is drawn, and what stands in the table beside it.
 *
 * @param points in the order of their days
 */
public record MoneyChart(List<Point> points) {
    /**
     * What a day set.
     *
     * @param investment planned, as axes show it; null where the day set none
     * @param paidIn cumulative, likewise
     */
    public record Point(
            LocalDate day,
            @Nullable Long investmentCny,
            @Nullable Long paidInCny,
            @Nullable Integer percent,
            @Nullable BigDecimal investment,
            @Nullable BigDecimal paidIn) {}

    static MoneyChart of(DatedSeries series, LocalDate asOf, Format fmt) {
        List<Point> points = new ArrayList<>();
        for (Entry<Investment> entry : series.investment().entries()) {
            Long amount = entry.value().amountCny();
            if (amount != null) {
                points.add(new Point(entry.day(), amount, null, null, fmt.moneyOnAxis(amount), null));
            }
        }
        for (Entry<Progress> entry : series.progress().entries()) {
            long paid = entry.value().paidInCny();
            points.add(new Point(entry.day(), null, paid, entry.value().percent(), null, fmt.moneyOnAxis(paid)));
        }
        return new MoneyChart(points.stream()
                .filter(p -> !p.day().isAfter(asOf))
                .sorted((a, b) -> a.day().compareTo(b.day()))
                .toList());
    }

    /** For the script that draws it. */
    public record Drawn(
            List<Point> points, LocalDate to, String unit, String investment, String paidIn, String percent) {}
}
