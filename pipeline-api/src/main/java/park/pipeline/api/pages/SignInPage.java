package park.pipeline.api.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in. The form's answer is taken by {@code security}. */
@Controller
class SignInPage {
    /**
     * The form, with what came of the last attempt.
     *
     * @param wait seconds until the next attempt is looked at; anything else is not shown
     */
    @GetMapping("/login")
    String signIn(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String wait,
            @RequestParam(required = false) @Nullable String out,
            Model model) {
        model.addAttribute("failed", error != null);
        model.addAttribute("wait", wait != null && wait.matches("[1-9]\\d?") ? wait : null);
        model.addAttribute("out", out != null);
        return "login";
    }
}
