package park.pipeline.api.pages.commands;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import park.pipeline.api.http.Ids;
import park.pipeline.api.pages.FieldWords;
import park.pipeline.api.pages.Format;
import park.pipeline.api.pages.Frame;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.projections.replay.Replay;
import park.pipeline.projections.replay.ReplayPage;
import park.pipeline.projections.replay.ReplayStep;

/** {@code GET /projects/{id}/changes}: for who has a form before him while somebody else was quicker. */
@Controller
class ChangesFragment {
    private static final int MOST = 100;

    private final Replay replay;
    private final MessageSource messages;

    ChangesFragment(Replay replay, MessageSource messages) {
        this.replay = replay;
        this.messages = messages;
    }

    /**
     * What has been recorded of a project since a version of it was shown, oldest first. The version that it leads to is
     * that of the last one shown: what was not shown has not been seen.
     */
    @GetMapping("/projects/{id}/changes")
    String changes(
            @PathVariable String id,
            @RequestParam long since,
            @ModelAttribute("fmt") Format fmt,
            @ModelAttribute("frame") Frame frame,
            Locale locale,
            Model model) {
        long shown = Math.max(0, since);
        ReplayPage page = replay.of(Ids.uuid(id), null, shown, MOST)
                .answer()
                .orElseThrow(() -> ApiProblem.notFound().asException());
        List<ReplayStep> steps = page.steps();
        model.addAttribute("steps", steps);
        model.addAttribute("more", page.more());
        model.addAttribute(
                "byOthers", steps.stream().anyMatch(step -> !step.actor().equals(frame.user())));
        model.addAttribute("words", new FieldWords(fmt, messages, locale));
        model.addAttribute("version", steps.isEmpty() ? shown : steps.getLast().sequence());
        return "commands/changes";
    }
}
