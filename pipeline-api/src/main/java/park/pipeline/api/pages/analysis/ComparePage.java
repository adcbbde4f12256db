package park.pipeline.api.pages.analysis;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
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
import park.pipeline.core.project.Stage;
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
     * @param from the first day of registration as given, likewise {@code to}
     * @param days how many intervals in the stage that is looked at took so many days
     */
    public record Side(
            String key,
            String name,
            @Nullable String from,
            @Nullable String to,
            ProjectFilter filter,
            Conversion conversion,
            List<DurationRow> durations,
            SortedMap<Long, Long> days) {
        /** With its letter, as charts name it. */
        public String title() {
            return key.toUpperCase(Locale.ROOT) + " · " + name;
        }
    }

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
        Given given = new Given(request);
        Stage stage = given.constant("stage", Stage.PERMITTING);
        Side a = side("a", stage, time, given, fmt, locale);
        Side b = side("b", stage, time, given, fmt, locale);
        List<Bin> bins = Bin.of(List.of(a.days(), b.days()));
        AnalysisCharts charts = new AnalysisCharts(fmt);
        model.addAttribute("sides", List.of(a, b));
        model.addAttribute("a", a);
        model.addAttribute("b", b);
        model.addAttribute("rows", ComparedStage.of(a, b));
        model.addAttribute("stage", stage);
        model.addAttribute("allStages", Arrays.asList(Stage.values()));
        model.addAttribute("bins", bins);
        model.addAttribute("binsData", charts.distributions(a.title(), b.title(), bins));
        model.addAttribute(
                "conversionData",
                charts.conversion(List.of(new Named(a.title(), a.conversion()), new Named(b.title(), b.conversion()))));
        model.addAttribute(
                "mediansData",
                charts.medians(
                        a.title(),
                        a.durations(),
                        b.title(),
                        b.durations(),
                        messages.getMessage("analysis.days", null, locale)));
        return "analysis/compare";
    }

    private Side side(String key, Stage stage, PageTime time, Given given, Format fmt, Locale locale) {
        String team = given.text(key + "Team");
        ProjectFilter filter = new ProjectFilter(
                given.code(key + "Industry", catalogue.industries()),
                team == null ? List.of() : List.of(team),
                given.code(key + "Origin", catalogue.origins()),
                given.code(key + "Kind", catalogue.kinds()));
        Cohort cohort = given.cohort(key + "From", key + "To", time.asOf());
        return new Side(
                key,
                name(filter, fmt, locale),
                given.text(key + "From"),
                given.text(key + "To"),
                filter,
                conversions
                        .conversion(cohort, time.asOf(), time.knownAt(), filter)
                        .answer(),
                durations.durations(time.asOf(), time.knownAt(), filter).answer(),
                durations
                        .distribution(stage, time.asOf(), time.knownAt(), filter)
                        .answer());
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
}
