package park.pipeline.api.pages.analysis;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import park.pipeline.api.pages.Format;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.api.pages.PageTime;
import park.pipeline.api.pages.analysis.AnalysisCharts.Named;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.funnel.TrendStep;
import park.pipeline.projections.stage.Conversion;
import park.pipeline.projections.stage.ConversionQueries;
import park.pipeline.projections.stage.Dimension;
import park.pipeline.projections.stage.DurationQueries;
import park.pipeline.projections.stage.DurationRow;
import park.pipeline.projections.view.ProjectFilter;

/** {@code GET /analysis}: conversion, time in stage, and both by group. */
@Controller
class AnalysisPage {
    static final List<Dimension> GROUPS = List.of(Dimension.INDUSTRY, Dimension.TEAM, Dimension.ORIGIN, Dimension.KIND);

    private final ConversionQueries conversions;
    private final DurationQueries durations;
    private final MessageSource messages;

    AnalysisPage(ConversionQueries conversions, DurationQueries durations, MessageSource messages) {
        this.conversions = conversions;
        this.durations = durations;
        this.messages = messages;
    }

    @GetMapping("/analysis")
    String analysis(
            PageTime time,
            PageFilter filter,
            HttpServletRequest request,
            @ModelAttribute("fmt") Format fmt,
            Locale locale,
            Model model) {
        AnalysisAsked asked = AnalysisAsked.of(request, time);
        AnalysisCharts charts = new AnalysisCharts(fmt);
        model.addAttribute("filter", filter);
        model.addAttribute("asked", asked);
        model.addAttribute("presets", Preset.of(asked, time, request));
        model.addAttribute("steps", TrendStep.values());
        model.addAttribute("dimensions", GROUPS);
        model.addAttribute("allStages", Arrays.asList(Stage.values()));
        model.addAttribute("compare", CompareLink.of(asked, filter, time));
        addConversion(asked, time, filter.filter(), charts, locale, model);
        addDurations(asked, time, filter.filter(), charts, locale, model);
        model.addAttribute("groups", groups(asked, time, filter.filter(), fmt, locale));
        return "analysis/page";
    }

    private void addConversion(
            AnalysisAsked asked,
            PageTime time,
            ProjectFilter filter,
            AnalysisCharts charts,
            Locale locale,
            Model model) {
        SortedMap<String, Conversion> byDay = conversions
                .by(Dimension.REGISTERED, asked.cohort(), time.asOf(), time.knownAt(), filter)
                .answer();
        // The whole is its parts: what is recorded while the page is made cannot come between the two.
        Conversion all = byDay.values().stream().reduce(Conversion.NONE, Conversion::plus);
        Periods periods = Periods.of(byDay, asked.step());
        model.addAttribute("conversion", all);
        model.addAttribute("conversionData", charts.conversion(List.of(new Named(word("ofCohort", locale), all))));
        model.addAttribute("periods", periods);
        model.addAttribute("periodsData", charts.periods(periods.newest()));
    }

    private void addDurations(
            AnalysisAsked asked,
            PageTime time,
            ProjectFilter filter,
            AnalysisCharts charts,
            Locale locale,
            Model model) {
        List<DurationRow> rows =
                durations.durations(time.asOf(), time.knownAt(), filter).answer();
        List<Bin> bins = Bin.of(List.of(durations
                .distribution(asked.stage(), time.asOf(), time.knownAt(), filter)
                .answer()));
        model.addAttribute("durations", rows);
        model.addAttribute("ofStage", rows.get(asked.stage().ordinal()));
        model.addAttribute(
                "durationsData",
                charts.durations(rows, word("days", locale), word("median", locale), word("p90", locale)));
        model.addAttribute("bins", bins);
        model.addAttribute(
                "binsData",
                charts.distribution(
                        bins, word("intervals", locale), asked.stage().ordinal()));
    }

    private GroupRows groups(AnalysisAsked asked, PageTime time, ProjectFilter filter, Format fmt, Locale locale) {
        return GroupRows.of(
                conversions
                        .by(asked.dimension(), asked.cohort(), time.asOf(), time.knownAt(), filter)
                        .answer(),
                durations
                        .by(asked.dimension(), asked.stage(), time.asOf(), time.knownAt(), filter)
                        .answer(),
                asked.allGroups(),
                code -> code.isEmpty() ? word("unknown", locale) : name(asked.dimension(), code, fmt));
    }

    private static String name(Dimension dimension, String code, Format fmt) {
        return switch (dimension) {
            case INDUSTRY -> fmt.industry(code);
            case ORIGIN -> fmt.origin(code);
            case KIND -> fmt.kind(code);
            case TEAM, REGISTERED -> code;
        };
    }

    private String word(String key, Locale locale) {
        return messages.getMessage("analysis." + key, null, locale);
    }
}
