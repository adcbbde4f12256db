package park.pipeline.api.pages.admin;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import park.pipeline.api.limits.Limits;

/** {@code GET /admin/limits}: after how many days in a stage a light changes, and who has set that. */
@Controller
class LimitsPage {
    private static final int HISTORY = 50;

    private final Limits limits;

    LimitsPage(Limits limits) {
        this.limits = limits;
    }

    @GetMapping("/admin/limits")
    String limits(Model model) {
        model.addAttribute("noTime", true);
        model.addAttribute("limits", limits.all());
        model.addAttribute("history", limits.history(HISTORY));
        return "admin/limits";
    }
}
