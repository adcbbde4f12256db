package park.pipeline.api.pages.analysis;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import park.pipeline.api.pages.Format;
import park.pipeline.api.pages.PageTime;
import park.pipeline.api.pages.analysis.AnalysisCharts.Named;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.catalogue.Terms;
import park.pipeline.projections.stage.Conversion;
import park.pipeline.projections.stage.ConversionQueries;
import park.pipeline.projections.stage.ConversionQueries.Cohort;
import park.pipeline.projections.stage.DurationQueries;
import park.pipeline.projections.stage.DurationRow;
import park.pipeline.projections.view.ProjectFilter;

/** {@code GET /analysis/compare}: any two groups of projects side by side. */
@Controller
class ComparePage {
    /**
     * One of the two.
     *
     * @param key {@code a} or {@code b}: its parameters begin with it
     */
    public record Side(
            String key,
            String name,
            Cohort cohort,
            boolean fromTheFirst,
            ProjectFilter filter,
            Conversion conversion,
            List<DurationRow> durations) {}

    private final ConversionQueries conversions;
    private final DurationQueries durations;
    private final Catalogue catalogue;
    private final MessageSource messages;

    ComparePage(ConversionQueries conversions, DurationQueries durations, Catalogue catalogue, MessageSource messages) {
        this.conversions = conversions;
        this.durations = durations;
        this.catalogue = catalogue;
        this.messages = messages;
    }

    @GetMapping("/analysis/compare")
    String compare(
            PageTime time, HttpServletRequest request, @ModelAttribute("fmt") Format fmt, Locale locale, Model model) {
        Side a = side("a", time, request, fmt, locale);
        Side b = side("b", time, request, fmt, locale);
        AnalysisCharts charts = new AnalysisCharts(fmt);
        model.addAttribute("sides", List.of(a, b));
        model.addAttribute("a", a);
        model.addAttribute("b", b);
        model.addAttribute("conversionData", charts.conversion(List.of(named(a), named(b))));
        model.addAttribute(
                "mediansData",
                charts.medians(
                        named(a).name(),
                        a.durations(),
                        named(b).name(),
                        b.durations(),
                        messages.getMessage("analysis.days", null, locale)));
        return "analysis/compare";
    }

    private static Named named(Side side) {
        return new Named(side.key().toUpperCase(Locale.ROOT) + " " + side.name(), side.conversion());
    }

    private Side side(String key, PageTime time, HttpServletRequest request, Format fmt, Locale locale) {
        ProjectFilter filter = new ProjectFilter(
                code(key + "Industry", catalogue.industries(), request),
                given(request.getParameter(key + "Team")),
                code(key + "Origin", catalogue.origins(), request),
                code(key + "Kind", catalogue.kinds(), request));
        Cohort cohort = AnalysisAsked.cohort(key + "From", key + "To", request, time);
        String from = request.getParameter(key + "From");
        return new Side(
                key,
                name(filter, fmt, locale),
                cohort,
                from == null || from.isBlank(),
                filter,
                conversions
                        .conversion(cohort, time.asOf(), time.knownAt(), filter)
                        .answer(),
                durations.durations(time.asOf(), time.knownAt(), filter).answer());
    }

    private String name(ProjectFilter filter, Format fmt, Locale locale) {
        List<String> parts = Stream.of(
                        filter.industry().stream().map(fmt::industry),
                        filter.team().stream(),
                        filter.origin().stream().map(fmt::origin),
                        filter.kind().stream().map(fmt::kind))
                .flatMap(s -> s)
                .toList();
        return parts.isEmpty() ? messages.getMessage("analysis.everything", null, locale) : String.join(" · ", parts);
    }

    private static List<String> code(String name, Terms terms, HttpServletRequest request) {
        return given(request.getParameter(name)).stream().filter(terms::has).toList();
    }

    private static List<String> given(@Nullable String value) {
        return value == null || value.isBlank() ? List.of() : List.of(value);
    }
}
