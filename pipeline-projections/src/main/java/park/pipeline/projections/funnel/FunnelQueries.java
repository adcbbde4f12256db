package park.pipeline.projections.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;

/** The funnel of any day, as known at any instant. */
public final class FunnelQueries {
    private final KeptLedger ledger;

    public FunnelQueries(KeptLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * All nine stages in order, zeros included.
     *
     * @param asOf the day, to its end
     * @param knownAt the instant, what was recorded at it included; null takes all that the view holds
     */
    public Positioned<List<FunnelRow>> funnel(LocalDate asOf, @Nullable Instant knownAt, ProjectFilter filter) {
        Positioned<DaySums> sums = ledger.of(knownAt, filter);
        return new Positioned<>(sums.answer().rows(asOf), sums.position());
    }
}
