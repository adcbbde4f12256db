package park.pipeline.api.pages.overview;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import park.pipeline.api.pages.Format;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.api.pages.PageTime;
import park.pipeline.projections.funnel.TrendPoint;
import park.pipeline.projections.funnel.TrendQueries;
import park.pipeline.projections.funnel.TrendStep;
import park.pipeline.projections.stage.FlowLink;
import park.pipeline.projections.stage.FlowQueries;

/** {@code GET /overview/movement}: how the pipeline moved, with what the reader chose to see of it. */
@Controller
class MovementPage {
    private final TrendQueries trend;
    private final FlowQueries flow;
    private final MessageSource messages;

    MovementPage(TrendQueries trend, FlowQueries flow, MessageSource messages) {
        this.trend = trend;
        this.flow = flow;
        this.messages = messages;
    }

    /** The part of the page that leaders look at second; it is asked for once the first is there. */
    @GetMapping("/overview/movement")
    String movement(
            PageTime time,
            PageFilter chosen,
            @ModelAttribute("choice") Choice choice,
            @ModelAttribute("fmt") Format fmt,
            @RequestHeader(name = "HX-Trigger", required = false) @Nullable String trigger,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        LocalDate first = choice.first(time.asOf());
        LocalDate last = choice.last(time.asOf());
        List<TrendPoint> points = trend.trend(choice.days(time.asOf()), time.knownAt(), chosen.filter())
                .answer();
        boolean backwards = first.isAfter(last);
        List<FlowLink> links = backwards
                ? List.of()
                : flow.flow(first, last, time.knownAt(), chosen.filter()).answer();
        OverviewCharts charts = new OverviewCharts(fmt);
        String unit =
                messages.getMessage(choice.money() ? "overview.unit.amount" : "overview.unit.count", null, locale);
        String query = choice.query(chosen);
        model.addAttribute("filter", chosen);
        model.addAttribute("movementQuery", query);
        model.addAttribute("stepsThere", TrendStep.values());
        model.addAttribute("points", points);
        model.addAttribute("trendData", charts.trend(points, choice.money(), unit));
        model.addAttribute("from", first);
        model.addAttribute("to", last);
        model.addAttribute("backwards", backwards);
        model.addAttribute("links", links);
        model.addAttribute("flowData", charts.flow(links, messages.getMessage("overview.newLeads", null, locale)));
        if ("movement-form".equals(trigger)) {
            response.setHeader("HX-Replace-Url", time.link("/" + query));
        }
        return "overview/movement";
    }
}
