package park.pipeline.projections.project;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When projects are looked at.
 *
 * @param asOf the day, to its end; days in stage are counted to it
 * @param knownAt the instant, what was recorded at it included; null takes all that the view holds
 * @param present whether {@code asOf} is today and nothing later is known: then the rows of now serve
 */
public record ProjectTime(LocalDate asOf, @Nullable Instant knownAt, boolean present) {
    public ProjectTime {
        if (present && knownAt != null) {
            throw new IllegalArgumentException("The present is what is known now, not at " + knownAt);
        }
    }

    /** Today, as known now. */
    public static ProjectTime now(LocalDate today) {
        return new ProjectTime(today, null, true);
    }

    /** Any day as known at any instant. */
    public static ProjectTime at(LocalDate asOf, @Nullable Instant knownAt) {
        return new ProjectTime(asOf, knownAt, false);
    }
}
