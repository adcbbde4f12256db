package park.pipeline.core.project;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/** How exact a day is known. Kept and shown; it changes no count. The names are stored in the log and never change. */
public enum Precision {
    DAY,
    MONTH,
    QUARTER,
    YEAR;

    /**
     * Whether a day may stand for its period: the last day of it, or today where the period is not over.
     *
     * @param day the day given, not after {@code today}
     * @param today the day in the park's time zone
     */
    public boolean allows(LocalDate day, LocalDate today) {
        return day.equals(dayFor(day, today));
    }

    /** The day that stands for the period of this one. */
    LocalDate dayFor(LocalDate day, LocalDate today) {
        LocalDate last = lastDayOfPeriod(day);
        return last.isAfter(today) ? today : last;
    }

    /** The last day of the period that holds this day; for DAY the day itself. */
    public LocalDate lastDayOfPeriod(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
            case QUARTER -> {
                Month last = day.getMonth().firstMonthOfQuarter().plus(2);
                yield day.withDayOfMonth(1).withMonth(last.getValue()).with(TemporalAdjusters.lastDayOfMonth());
            }
            case YEAR -> day.with(TemporalAdjusters.lastDayOfYear());
        };
    }
}
