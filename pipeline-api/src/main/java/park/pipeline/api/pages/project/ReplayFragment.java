package park.pipeline.api.pages.project;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import park.pipeline.api.pages.PageTime;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.projections.project.ProjectDetail;
import park.pipeline.projections.replay.FieldChange;
import park.pipeline.projections.replay.Replay;
import park.pipeline.projections.replay.ReplayStep;

/** One step of a project's history played again: the state after it, and what it changed. */
@Controller
class ReplayFragment {
    /**
     * One field of the state.
     *
     * @param was what it held before, where the step changed it; else null
     */
    public record Line(String name, String is, @Nullable String was) {}

    private static final Set<String> NOT_SHOWN = Set.of("id", "version");

    private final Replay replay;
    private final MessageSource messages;

    ReplayFragment(Replay replay, MessageSource messages) {
        this.replay = replay;
        this.messages = messages;
    }

    @GetMapping("/projects/{id}/replay")
    String step(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") long step,
            PageTime time,
            @ModelAttribute("fmt") Format fmt,
            Locale locale,
            Model model) {
        UUID project = Ids.uuid(id);
        ReplayStep shown = replay.of(project, time.knownAt(), Math.max(0, step - 1), 1)
                .answer()
                .flatMap(page -> page.steps().stream().findFirst())
                .orElseThrow(() -> ApiProblem.notFound().asException());
        model.addAttribute("step", shown);
        model.addAttribute("lines", lines(shown, new FieldWords(fmt, messages, locale)));
        return "project/replay";
    }

    private static List<Line> lines(ReplayStep step, FieldWords words) {
        Set<String> changed = step.changed().stream().map(FieldChange::field).collect(Collectors.toSet());
        List<Line> lines = new ArrayList<>();
        for (RecordComponent field : ProjectDetail.class.getRecordComponents()) {
            String name = field.getName();
            if (!NOT_SHOWN.contains(name)) {
                String is = words.value(name, value(field, step.after()));
                ProjectDetail before = step.before();
                String was = !changed.contains(name)
                        ? null
                        : words.value(name, before == null ? null : value(field, before));
                lines.add(new Line(words.name(name), is, was));
            }
        }
        return lines;
    }

    private static @Nullable Object value(RecordComponent field, ProjectDetail state) {
        try {
            return field.getAccessor().invoke(state);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A public record has public fields", e);
        }
    }
}
