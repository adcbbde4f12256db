package park.pipeline.api.pages.admin;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import park.pipeline.api.admin.ViewStates;
import park.pipeline.api.job.Job;
import park.pipeline.api.pages.PageJobs;

/** {@code GET /admin}: how the views are doing; a rebuild has an address of its own, to be watched and found again. */
@Controller
class ViewsPage {
    private static final int EARLIER = 20;

    private final ViewStates states;
    private final PageJobs jobs;

    ViewsPage(ViewStates states, PageJobs jobs) {
        this.states = states;
        this.jobs = jobs;
    }

    @GetMapping("/admin")
    String views(Locale locale, Model model) {
        model.addAttribute("noTime", true);
        model.addAttribute("views", states.all());
        model.addAttribute("rebuilds", jobs.newest(Job.Kind.REBUILD, EARLIER, locale));
        return "admin/views";
    }

    @GetMapping("/admin/rebuilds/{id}")
    String rebuild(@PathVariable String id, Locale locale, Model model) {
        model.addAttribute("noTime", true);
        model.addAttribute("job", jobs.one(Job.Kind.REBUILD, id, locale));
        return "admin/rebuild";
    }

    /** How far it has come: asked for again while it runs. */
    @GetMapping("/admin/rebuilds/{id}/progress")
    String progress(@PathVariable String id, Locale locale, Model model) {
        model.addAttribute("job", jobs.one(Job.Kind.REBUILD, id, locale));
        return "admin/progress :: progress";
    }
}
