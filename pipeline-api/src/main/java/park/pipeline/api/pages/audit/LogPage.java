package park.pipeline.api.pages.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import park.pipeline.api.http.Ids;
import park.pipeline.api.pages.WallClock;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.core.log.EventTypes;
import park.pipeline.core.log.LogLine;
import park.pipeline.core.log.LogLines;
import park.pipeline.core.log.LogSearch;

/** {@code GET /audit}: the whole log, newest first, as far as one looks for it. */
@Controller
class LogPage {
    private static final int LINES = 50;

    /** One line with its bytes as they were sealed. */
    public record Shown(LogLine line, String sealed) {
        static Shown of(LogLine line) {
            return new Shown(line, new String(line.bytes(), StandardCharsets.UTF_8));
        }
    }

    private final LogLines lines;
    private final SealLine seal;
    private final PipelineSettings settings;

    LogPage(LogLines lines, SealLine seal, PipelineSettings settings) {
        this.lines = lines;
        this.seal = seal;
        this.settings = settings;
    }

    /** @param before only lines before this position; the newest without it */
    @GetMapping("/audit")
    String log(
            @RequestParam(required = false) @Nullable List<String> type,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            HttpServletRequest request,
            Model model) {
        List<String> types = type == null
                ? List.of()
                : type.stream().filter(EventTypes.names()::contains).toList();
        UUID projectId = project == null || project.isBlank() ? null : Ids.uuid(project.strip());
        LogSearch search = new LogSearch(
                types,
                actor == null || actor.isBlank() ? null : actor.strip(),
                projectId,
                WallClock.instant("from", request, settings.zone()),
                WallClock.instant("to", request, settings.zone()));
        List<LogLine> found = lines.before(before, search, LINES + 1);
        model.addAttribute("noTime", true);
        model.addAttribute("seal", seal.told());
        model.addAttribute("types", EventTypes.names());
        model.addAttribute("search", search);
        model.addAttribute("lines", found.stream().limit(LINES).map(Shown::of).toList());
        model.addAttribute("older", found.size() > LINES ? found.get(LINES - 1).position() : null);
        model.addAttribute("newest", before == Long.MAX_VALUE);
        return "audit/log";
    }
}
