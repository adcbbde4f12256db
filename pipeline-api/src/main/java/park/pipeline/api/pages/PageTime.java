package park.pipeline.api.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.log.Micros;

/**
 * The two times of a page: as of a day, as known at an instant. Both stand in its address, so that a link shows the same
 * numbers again.
 *
 * @param today in the park
 * @param day the day asked for; null for today, also the today of those who open the link later
 * @param knownAt the instant asked for, what was recorded at it included; null for all that is known
 */
public record PageTime(
        LocalDate today, @Nullable LocalDate day, @Nullable Instant knownAt) {
    /** The day to whose end numbers are counted. */
    public LocalDate asOf() {
        return day == null ? today : day;
    }

    /** Whether the page shows today as known now, and so changes while one looks at it. */
    public boolean isNow() {
        return knownAt == null && asOf().equals(today);
    }

    /** The two times as parameters of an address, {@code asOf=…&knownAt=…}; empty where neither was asked for. */
    public String query() {
        String asOf = day == null ? "" : "asOf=" + day;
        String known = knownAt == null ? "" : "knownAt=" + encoded(Micros.text(knownAt));
        return asOf + (asOf.isEmpty() || known.isEmpty() ? "" : "&") + known;
    }

    /** An address of ours at the same two times. */
    public String link(String path) {
        String query = query();
        return query.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + query;
    }

    /** {@link #knownAt} as it stands in addresses; empty for all that is known. */
    public String knownAtText() {
        return knownAt == null ? "" : Micros.text(knownAt);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
