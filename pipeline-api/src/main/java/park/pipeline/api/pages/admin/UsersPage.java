package park.pipeline.api.pages.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import park.pipeline.api.security.UserItems;

/** {@code GET /admin/users}: who may come in, and as what; {@code /admin/users/form} is the sheet that changes it. */
@Controller
class UsersPage {
    private static final int AT_ONCE = 50;
    private static final List<String> ROLES = List.of("PROMOTER", "LEADER", "AUDITOR", "ADMIN");

    private final UserItems users;

    UsersPage(UserItems users) {
        this.users = users;
    }

    /** @param after the number of the last user of the page before */
    @GetMapping("/admin/users")
    String users(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") long after, Model model) {
        String text = q.strip();
        model.addAttribute("noTime", true);
        model.addAttribute("q", text);
        model.addAttribute("isFirst", after == 0);
        model.addAttribute("found", users.page(text, after, AT_ONCE));
        return "admin/users";
    }

    /** @param name of the user to be changed; left out for a new one */
    @GetMapping("/admin/users/form")
    String form(@RequestParam(required = false) @Nullable String name, Model model) {
        model.addAttribute("noTime", true);
        model.addAttribute("user", name == null ? null : users.one(name));
        model.addAttribute("roles", ROLES);
        return "admin/user";
    }
}
