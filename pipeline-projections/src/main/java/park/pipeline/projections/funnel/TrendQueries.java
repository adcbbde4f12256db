package park.pipeline.projections.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;

/** The funnel of many days. */
public final class TrendQueries {
    private final KeptLedger ledger;

    public TrendQueries(KeptLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * The funnel of each of these days.
     *
     * @param days in order, at least one
     * @param knownAt the instant, what was recorded at it included; null takes all that the view holds
     */
    public Positioned<List<TrendPoint>> trend(List<LocalDate> days, @Nullable Instant knownAt, ProjectFilter filter) {
        Positioned<DaySums> sums = ledger.of(knownAt, filter);
        return new Positioned<>(
                days.stream()
                        .map(day -> new TrendPoint(day, sums.answer().rows(day)))
                        .toList(),
                sums.position());
    }
}
