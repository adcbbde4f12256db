package park.pipeline.api.pages.overview;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import park.pipeline.api.pages.Format;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.api.pages.PageTime;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.funnel.FunnelQueries;
import park.pipeline.projections.funnel.FunnelRow;
import park.pipeline.projections.project.BoardQueries;
import park.pipeline.projections.project.Light;
import park.pipeline.projections.project.ProjectNews;
import park.pipeline.projections.project.ProjectTime;
import park.pipeline.projections.stage.StuckQueries;
import park.pipeline.projections.view.ProjectFilter;

/** {@code GET /}: what a leader wants to know, in one look. */
@Controller
class OverviewPage {
    private static final int LONGEST = 10;
    private static final int LATEST = 12;

    private final Kpis kpis;
    private final FunnelQueries funnel;
    private final StuckQueries stuck;
    private final BoardQueries board;
    private final ProjectNews news;
    private final LogReader log;

    OverviewPage(
            Kpis kpis, FunnelQueries funnel, StuckQueries stuck, BoardQueries board, ProjectNews news, LogReader log) {
        this.kpis = kpis;
        this.funnel = funnel;
        this.stuck = stuck;
        this.board = board;
        this.news = news;
        this.log = log;
    }

    @GetMapping("/")
    String overview(
            PageTime time,
            PageFilter chosen,
            @ModelAttribute("choice") Choice choice,
            @ModelAttribute("fmt") Format fmt,
            Model model) {
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
        Map<Stage, Map<Light, Long>> lights = board.lights(filter, at).answer();
        model.addAttribute("lights", lights);
        model.addAttribute("lit", sums(lights));
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
        model.addAttribute("latest", news.newest(filter, at, LATEST).answer());
        model.addAttribute("movementQuery", choice.query(chosen));
        return "overview/page";
    }

    private static Map<Light, Long> sums(Map<Stage, Map<Light, Long>> lights) {
        Map<Light, Long> sums = new EnumMap<>(Light.class);
        lights.values().forEach(of -> of.forEach((light, count) -> sums.merge(light, count, Long::sum)));
        return sums;
    }
}
