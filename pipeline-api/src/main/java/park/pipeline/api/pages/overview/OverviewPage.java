package park.pipeline.api.pages.overview;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import park.pipeline.api.pages.Format;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.api.pages.PageTime;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.funnel.FunnelQueries;
import park.pipeline.projections.funnel.FunnelRow;
import park.pipeline.projections.funnel.TrendPoint;
import park.pipeline.projections.funnel.TrendQueries;
import park.pipeline.projections.funnel.TrendStep;
import park.pipeline.projections.history.LatestEvents;
import park.pipeline.projections.project.BoardQueries;
import park.pipeline.projections.project.Light;
import park.pipeline.projections.project.ProjectTime;
import park.pipeline.projections.stage.FlowLink;
import park.pipeline.projections.stage.FlowQueries;
import park.pipeline.projections.stage.StuckQueries;
import park.pipeline.projections.view.ProjectFilter;

/** {@code GET /}: what a leader wants to know, in one look. */
@Controller
class OverviewPage {
    private static final int LONGEST = 10;
    private static final int LATEST = 12;
    private static final int POINTS = 24;

    private final Kpis kpis;
    private final FunnelQueries funnel;
    private final TrendQueries trend;
    private final FlowQueries flow;
    private final StuckQueries stuck;
    private final BoardQueries board;
    private final LatestEvents latest;
    private final LogReader log;
    private final MessageSource messages;

    OverviewPage(
            Kpis kpis,
            FunnelQueries funnel,
            TrendQueries trend,
            FlowQueries flow,
            StuckQueries stuck,
            BoardQueries board,
            LatestEvents latest,
            LogReader log,
            MessageSource messages) {
        this.kpis = kpis;
        this.funnel = funnel;
        this.trend = trend;
        this.flow = flow;
        this.stuck = stuck;
        this.board = board;
        this.latest = latest;
        this.log = log;
        this.messages = messages;
    }

    @GetMapping("/")
    String overview(PageTime time, PageFilter chosen, @ModelAttribute("fmt") Format fmt, Model model) {
        if (log.head() == 0) {
            model.addAttribute("noTime", true);
            return "overview/empty";
        }
        ProjectFilter filter = chosen.filter();
        List<FunnelRow> rows =
                funnel.funnel(time.asOf(), time.knownAt(), filter).answer();
        List<FunnelStage> stages = FunnelStage.of(rows);
        model.addAttribute("filter", chosen);
        model.addAttribute("kpis", kpis.of(time, filter));
        model.addAttribute("active", Active.of(rows));
        model.addAttribute("stages", stages);
        model.addAttribute("funnelData", new OverviewCharts(fmt).funnel(stages));
        ProjectTime at = time.isNow() ? ProjectTime.now(time.today()) : ProjectTime.at(time.asOf(), time.knownAt());
        model.addAttribute("lights", board.lights(filter, at).answer());
        model.addAttribute(
                "open", Arrays.stream(Stage.values()).filter(Stage::isOpen).toList());
        model.addAttribute("lightsThere", Light.values());
        model.addAttribute(
                "signed",
                stuck.signedNotStarted(time.asOf(), time.knownAt(), filter, LONGEST)
                        .answer());
        model.addAttribute(
                "started",
                stuck.startedNotProducing(time.asOf(), time.knownAt(), filter, LONGEST)
                        .answer());
        model.addAttribute("latest", latest.newest(time.knownAt(), LATEST).answer());
        return "overview/page";
    }

    /** The part of the page that leaders look at second; it is asked for once the first is there. */
    @GetMapping("/overview/movement")
    String movement(
            PageTime time,
            PageFilter chosen,
            @RequestParam(defaultValue = "MONTH") TrendStep step,
            @RequestParam(defaultValue = "count") String measure,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @ModelAttribute("fmt") Format fmt,
            Locale locale,
            Model model) {
        boolean money = measure.equals("amount");
        List<TrendPoint> points = trend.trend(
                        step.days(first(time.asOf(), step), time.asOf()), time.knownAt(), chosen.filter())
                .answer();
        LocalDate last = to == null ? time.asOf() : to;
        LocalDate first = from == null || from.isAfter(last) ? last.withDayOfYear(1) : from;
        List<FlowLink> links =
                flow.flow(first, last, time.knownAt(), chosen.filter()).answer();
        OverviewCharts charts = new OverviewCharts(fmt);
        String unit = messages.getMessage(money ? "overview.unit.amount" : "overview.unit.count", null, locale);
        model.addAttribute("filter", chosen);
        model.addAttribute("step", step);
        model.addAttribute("stepsThere", TrendStep.values());
        model.addAttribute("money", money);
        model.addAttribute("points", points);
        model.addAttribute("trendData", charts.trend(points, money, unit));
        model.addAttribute("from", first);
        model.addAttribute("to", last);
        model.addAttribute("links", links);
        model.addAttribute("flowData", charts.flow(links, messages.getMessage("overview.newLeads", null, locale)));
        return "overview/movement";
    }

    private static LocalDate first(LocalDate asOf, TrendStep step) {
        return switch (step) {
            case MONTH -> asOf.minusMonths(POINTS - 1);
            case QUARTER -> asOf.minusMonths(3L * (POINTS / 2 - 1));
            case YEAR -> asOf.minusYears(POINTS / 2 - 1);
        };
    }
}
