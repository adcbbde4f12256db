package park.pipeline.projections.funnel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import park.pipeline.core.project.Precision;

/** How far apart the points of a trend are. */
public enum TrendStep {
    MONTH(Precision.MONTH),
    QUARTER(Precision.QUARTER),
    YEAR(Precision.YEAR);

    private final Precision period;

    TrendStep(Precision period) {
        this.period = period;
    }

    /**
     * The last day of each period from the one that holds {@code from} on; the last is {@code to} itself.
     *
     * @param to not before {@code from}
     */
    public List<LocalDate> days(LocalDate from, LocalDate to) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate last = period.lastDayOfPeriod(from);
        while (last.isBefore(to)) {
            days.add(last);
            last = period.lastDayOfPeriod(last.plusDays(1));
        }
        days.add(to);
        return days;
    }
}
