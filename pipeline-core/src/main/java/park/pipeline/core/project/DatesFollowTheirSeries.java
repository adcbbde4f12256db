package park.pipeline.core.project;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** No entry is dated before the latest of its own series; the same day is allowed. */
final class DatesFollowTheirSeries {
    private DatesFollowTheirSeries() {}

    static void require(LocalDate day, Series<?> series) {
        Entry<?> latest = series.latest();
        requireNotBefore(day, latest == null ? null : latest.day());
    }

    /** The day is on or after this other one; no other one, no rule. */
    static void requireNotBefore(LocalDate day, @Nullable LocalDate earliest) {
        if (earliest != null && day.isBefore(earliest)) {
            throw Refused.byRule("out-of-order-date", Map.of("day", day, "earliest", earliest));
        }
    }

    /** The day is on or before this other one; no other one, no rule. */
    static void requireNotAfter(LocalDate day, @Nullable LocalDate latest) {
        if (latest != null && day.isAfter(latest)) {
            throw Refused.byRule("out-of-order-date", Map.of("day", day, "latest", latest));
        }
    }
}
