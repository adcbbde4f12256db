package park.pipeline.core.project;

import java.time.LocalDate;
import java.util.Map;

/** What is reported has happened: no day after today, and a coarse day is the last of its period or today. */
final class DatesAreNotInTheFuture {
    private DatesAreNotInTheFuture() {}

    static void require(LocalDate day, Precision precision, LocalDate today) {
        if (day.isAfter(today)) {
            throw Refused.forField("occurredOn", "future-date", Map.of("day", day, "today", today));
        }
        if (!precision.allows(day, today)) {
            LocalDate due = precision.dayFor(day, today);
            throw Refused.forField("occurredOn", "out-of-range", Map.of("least", due, "most", due, "day", day));
        }
    }
}
