package park.pipeline.api.pages.audit;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import park.pipeline.core.access.Access.Action;
import park.pipeline.core.access.AccessLine;
import park.pipeline.core.access.AccessLines;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /audit/accesses}: who exported, verified, rebuilt, erased, came in or failed to. */
@Controller
class AccessesPage {
    private static final int LINES = 50;

    private final AccessLines lines;
    private final JsonMapper json;

    AccessesPage(AccessLines lines, JsonMapper json) {
        this.lines = lines;
        this.json = json;
    }

    @GetMapping("/audit/accesses")
    String accesses(
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Model model) {
        Action only = Stream.of(Action.values())
                .filter(a -> a.name().equals(action))
                .findFirst()
                .orElse(null);
        String who = actor == null || actor.isBlank() ? null : actor.strip();
        List<AccessLine> found = lines.before(before, only, who, LINES + 1);
        List<JsonNode> shown = found.stream()
                .limit(LINES)
                .map(line -> json.readTree(line.bytes()))
                .toList();
        model.addAttribute("noTime", true);
        model.addAttribute("actions", Action.values());
        model.addAttribute("action", only);
        model.addAttribute("actor", who);
        model.addAttribute("lines", shown);
        model.addAttribute("times", found.stream().map(AccessLine::recordedAt).toList());
        model.addAttribute("older", found.size() > LINES ? found.get(LINES - 1).position() : null);
        return "audit/accesses";
    }
}
