package park.pipeline.api.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.http.StrictValues;
import park.pipeline.api.problem.ApiProblem;

/** Instants in addresses of pages: with their offset, or without one as a clock in the park shows them. */
public final class WallClock {
    private static final int LAST_YEAR = 9999; // as in instants with an offset

    private WallClock() {}

    /** The instant; null where the parameter is left out or empty; 400 where it is none. */
    public static @Nullable Instant instant(String name, HttpServletRequest request, ZoneId zone) {
        String text = PageArguments.given(name, request);
        if (text == null) {
            return null;
        }
        Instant exact = StrictValues.instant(text);
        if (exact != null) {
            return exact;
        }
        try {
            LocalDateTime local = LocalDateTime.parse(text);
            if (local.getYear() >= 0 && local.getYear() <= LAST_YEAR) {
                return local.atZone(zone).toInstant();
            }
            throw ApiProblem.malformed(name, text).asException();
        } catch (DateTimeParseException e) {
            throw ApiProblem.malformed(name, text).asException();
        }
    }
}
