package park.pipeline.api.pages.admin;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import park.pipeline.api.limits.Limits;
import park.pipeline.api.pages.PageTime;
import park.pipeline.api.security.UserItems;
import park.pipeline.api.targets.Targets;

/** What only administrators set: users, targets, limits. */
@Controller
class SettingsPages {
    private static final int HISTORY = 50;
    private static final List<String> ROLES = List.of("PROMOTER", "LEADER", "AUDITOR", "ADMIN");

    private final UserItems users;
    private final Targets targets;
    private final Limits limits;

    SettingsPages(UserItems users, Targets targets, Limits limits) {
        this.users = users;
        this.targets = targets;
        this.limits = limits;
    }

    @GetMapping("/admin/users")
    String users(Model model) {
        model.addAttribute("noTime", true);
        model.addAttribute("users", users.all());
        model.addAttribute("roles", ROLES);
        return "admin/users";
    }

    @GetMapping("/admin/targets")
    String targets(PageTime time, Model model) {
        int year = time.today().getYear();
        model.addAttribute("noTime", true);
        model.addAttribute("year", year);
        model.addAttribute("now", targets.of(year));
        model.addAttribute("history", targets.history(HISTORY));
        return "admin/targets";
    }

    @GetMapping("/admin/limits")
    String limits(Model model) {
        model.addAttribute("noTime", true);
        model.addAttribute("limits", limits.all());
        return "admin/limits";
    }
}
