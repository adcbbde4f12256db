package park.pipeline.api.pages.analysis;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import park.pipeline.api.pages.PageTime;

/**
 * A cohort that is asked for often.
 *
 * @param key of its word
 * @param address this page with that cohort, all else as it is
 * @param chosen whether the page shows it
 */
public record Preset(String key, String address, boolean chosen) {
    /** Years are those of the day of the page. */
    static List<Preset> of(AnalysisAsked asked, PageTime time, HttpServletRequest request) {
        LocalDate year = time.asOf().withDayOfYear(1);
        return List.of(
                of("thisYear", year, null, asked, request),
                of("lastYear", year.minusYears(1), year.minusDays(1), asked, request),
                of("all", null, null, asked, request));
    }

    private static Preset of(
            String key,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            AnalysisAsked asked,
            HttpServletRequest request) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/analysis")
                .query(request.getQueryString())
                .replaceQueryParam("cohortFrom")
                .replaceQueryParam("cohortTo");
        if (from != null) {
            address.queryParam("cohortFrom", from);
        }
        if (to != null) {
            address.queryParam("cohortTo", to);
        }
        boolean chosen = Objects.equals(asked.from(), from == null ? null : from.toString())
                && Objects.equals(asked.to(), to == null ? null : to.toString());
        return new Preset(key, address.build().toUriString(), chosen);
    }
}
