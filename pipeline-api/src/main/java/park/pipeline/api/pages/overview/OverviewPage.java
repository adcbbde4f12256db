package park.pipeline.api.pages.overview;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import park.pipeline.api.pages.Format;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.api.pages.PageTime;
import park.pipeline.projections.funnel.FunnelQueries;
import park.pipeline.projections.funnel.FunnelRow;

/** {@code GET /}: the funnel of a day. */
@Controller
class OverviewPage {
    /**
     * One stage of the funnel chart.
     *
     * @param value number of projects, the width of the stage
     * @param color index of the stage's colour
     */
    record FunnelBar(String name, long value, String text, int color) {
        static FunnelBar of(FunnelRow row, Format fmt) {
            String text = fmt.number(row.count()) + " · " + fmt.money(row.investmentCny());
            return new FunnelBar(
                    fmt.stage(row.stage()), row.count(), text, row.stage().ordinal());
        }
    }

    private final FunnelQueries funnel;

    OverviewPage(FunnelQueries funnel) {
        this.funnel = funnel;
    }

    @GetMapping("/")
    String overview(PageTime time, PageFilter filter, @ModelAttribute("fmt") Format fmt, Model model) {
        List<FunnelRow> stages =
                funnel.funnel(time.asOf(), time.knownAt(), filter.filter()).answer();
        model.addAttribute("stages", stages);
        model.addAttribute(
                "funnelData", stages.stream().map(row -> FunnelBar.of(row, fmt)).toList());
        return "overview/page";
    }
}
