package park.pipeline.api.pages.audit;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import park.pipeline.api.job.Job;
import park.pipeline.api.pages.PageJobs;

/** Verifications: started here, watched under an address of their own, and kept. */
@Controller
class VerificationPages {
    private static final int EARLIER = 50;

    private final PageJobs jobs;
    private final SealLine seal;

    VerificationPages(PageJobs jobs, SealLine seal) {
        this.jobs = jobs;
        this.seal = seal;
    }

    @GetMapping("/audit/verifications")
    String all(Locale locale, Model model) {
        model.addAttribute("noTime", true);
        model.addAttribute("seal", seal.told());
        model.addAttribute("verifications", jobs.newest(Job.Kind.VERIFICATION, EARLIER, locale));
        return "audit/verifications";
    }

    @GetMapping("/audit/verifications/{id}")
    String one(@PathVariable String id, Locale locale, Model model) {
        model.addAttribute("noTime", true);
        model.addAttribute("job", jobs.one(Job.Kind.VERIFICATION, id, locale));
        return "audit/verification";
    }

    /** How far it has come: asked for again while it runs. */
    @GetMapping("/audit/verifications/{id}/progress")
    String progress(@PathVariable String id, Locale locale, Model model) {
        model.addAttribute("job", jobs.one(Job.Kind.VERIFICATION, id, locale));
        return "audit/progress :: progress";
    }
}
