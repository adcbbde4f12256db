package park.pipeline.api.pages.admin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import park.pipeline.api.admin.ViewState;
import park.pipeline.api.admin.ViewStates;
import park.pipeline.api.job.Job;
import park.pipeline.api.pages.PageJobs;
import park.pipeline.projections.rebuild.Progress;

/** {@code GET /admin}: how the views are doing; a rebuild has an address of its own, to be watched and found again. */
@Controller
class ViewsPage {
    private static final int EARLIER = 20;
    private static final int ROWS = 100;
    private static final List<String> PHASES =
            Stream.of(Progress.Phase.values()).map(Enum::name).toList();

    private final ViewStates states;
    private final PageJobs jobs;

    ViewsPage(ViewStates states, PageJobs jobs) {
        this.states = states;
        this.jobs = jobs;
    }

    /** @param before the number of the oldest rebuild of the page before */
    @GetMapping("/admin")
    String views(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Locale locale, Model model) {
        List<ViewState> views = states.all();
        List<Map<String, @Nullable Object>> rebuilds = jobs.older(Job.Kind.REBUILD, before, EARLIER + 1, locale);
        model.addAttribute("noTime", true);
        model.addAttribute("views", views);
        model.addAttribute("stopped", count(views, ViewState.State.STOPPED));
        model.addAttribute(
                "behind", views.stream().filter(v -> v.lagEvents() > 0).count());
        model.addAttribute("rebuilds", rebuilds.subList(0, Math.min(EARLIER, rebuilds.size())));
        model.addAttribute(
                "running",
                jobs.newest(Job.Kind.REBUILD, 1, locale).stream()
                        .filter(job -> Boolean.TRUE.equals(job.get("runs")))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("isFirst", before == Long.MAX_VALUE);
        model.addAttribute(
                "older", rebuilds.size() > EARLIER ? rebuilds.get(EARLIER - 1).get("number") : null);
        return "admin/views";
    }

    /** @param from how many of the rows that differ were shown before */
    @GetMapping("/admin/rebuilds/{id}")
    String rebuild(@PathVariable String id, @RequestParam(defaultValue = "0") int from, Locale locale, Model model) {
        model.addAttribute("noTime", true);
        add(id, from, locale, model);
        return "admin/rebuild";
    }

    /** How far it has come: asked for again while it runs. */
    @GetMapping("/admin/rebuilds/{id}/progress")
    String progress(@PathVariable String id, Locale locale, Model model) {
        add(id, 0, locale, model);
        return "admin/progress :: progress";
    }

    private void add(String id, int from, Locale locale, Model model) {
        Map<String, @Nullable Object> job = jobs.one(Job.Kind.REBUILD, id, locale);
        List<?> rows = job.get("differences") instanceof List<?> found ? found : List.of();
        int begin = Math.clamp(from, 0, rows.size());
        int end = Math.min(begin + ROWS, rows.size());
        model.addAttribute("job", job);
        model.addAttribute("phases", PHASES);
        model.addAttribute("at", PHASES.indexOf(String.valueOf(job.get("phase"))));
        model.addAttribute("values", DifferingValue.of(rows.subList(begin, end)));
        model.addAttribute("from", begin);
        model.addAttribute("to", end);
        model.addAttribute("listed", rows.size());
        model.addAttribute("rowsAtOnce", ROWS);
    }

    private static long count(List<ViewState> views, ViewState.State state) {
        return views.stream().filter(v -> v.state() == state).count();
    }
}
