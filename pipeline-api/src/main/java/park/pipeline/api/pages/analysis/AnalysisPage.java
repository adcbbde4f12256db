package park.pipeline.api.pages.analysis;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
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
        model.addAttribute("steps", TrendStep.values());
        model.addAttribute("dimensions", GROUPS);
        model.addAttribute("stages", Arrays.asList(Stage.values()));
        addConversion(asked, time, filter, charts, locale, model);
        addDurations(asked, time, filter, charts, locale, model);
        model.addAttribute("groups", groups(asked, time, filter, fmt, locale));
        return "analysis/page";
    }

    private void addConversion(
            AnalysisAsked asked, PageTime time, PageFilter filter, AnalysisCharts charts, Locale locale, Model model) {
        SortedMap<String, Conversion> byDay = conversions
                .by(Dimension.REGISTERED, asked.cohort(), time.asOf(), time.knownAt(), filter.filter())
                .answer();
        Conversion all = conversions
                .conversion(asked.cohort(), time.asOf(), time.knownAt(), filter.filter())
                .answer();
        model.addAttribute("conversion", all);
        model.addAttribute("conversionData", charts.conversion(List.of(new Named(word("ofCohort", locale), all))));
        model.addAttribute("periods", Periods.of(byDay, asked.step()));
    }

    private void addDurations(
            AnalysisAsked asked, PageTime time, PageFilter filter, AnalysisCharts charts, Locale locale, Model model) {
        List<DurationRow> rows = durations
                .durations(time.asOf(), time.knownAt(), filter.filter())
                .answer();
        List<Bin> bins = Bin.of(durations
                .distribution(asked.stage(), time.asOf(), time.knownAt(), filter.filter())
                .answer());
        model.addAttribute("durations", rows);
        model.addAttribute(
                "durationsData",
                charts.durations(rows, word("days", locale), word("median", locale), word("p90", locale)));
        model.addAttribute("bins", bins);
        model.addAttribute(
                "binsData",
                charts.distribution(
                        bins, word("intervals", locale), asked.stage().ordinal()));
    }

    private List<GroupRow> groups(AnalysisAsked asked, PageTime time, PageFilter filter, Format fmt, Locale locale) {
        SortedMap<String, Conversion> conversion = conversions
                .by(asked.dimension(), asked.cohort(), time.asOf(), time.knownAt(), filter.filter())
                .answer();
        SortedMap<String, DurationRow> days = durations
                .by(asked.dimension(), asked.stage(), time.asOf(), time.knownAt(), filter.filter())
                .answer();
        List<GroupRow> rows = new ArrayList<>();
        conversion.forEach((code, of) ->
                rows.add(new GroupRow(code, name(asked.dimension(), code, fmt, locale), of, days.get(code))));
        rows.sort((a, b) -> Long.compare(b.conversion().cohort(), a.conversion().cohort()));
        return rows;
    }

    private String name(Dimension dimension, String code, Format fmt, Locale locale) {
        if (code.isEmpty()) {
            return word("unknown", locale);
        }
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
