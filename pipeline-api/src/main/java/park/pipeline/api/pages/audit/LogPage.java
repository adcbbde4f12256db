package park.pipeline.api.pages.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import park.pipeline.api.http.Ids;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.core.log.EventTypes;
import park.pipeline.core.log.LogClaims;
import park.pipeline.core.log.LogLine;
import park.pipeline.core.log.LogSearch;
import park.pipeline.core.log.SearchedLog;
import park.pipeline.core.log.SearchedLog.Found;
import park.pipeline.core.project.Claim;

/** {@code GET /audit}: the whole log, either way round, as far as one looks for it. */
@Controller
class LogPage {
    private static final int LINES = 50;

    /** One line with its bytes as they were sealed. */
    public record Shown(LogLine line, String sealed) {
        static Shown of(LogLine line) {
            return new Shown(line, new String(line.bytes(), StandardCharsets.UTF_8));
        }
    }

    private final SearchedLog log;
    private final LogClaims claims;
    private final SealLine seal;
    private final PipelineSettings settings;

    LogPage(SearchedLog log, LogClaims claims, SealLine seal, PipelineSettings settings) {
        this.log = log;
        this.claims = claims;
        this.seal = seal;
        this.settings = settings;
    }

    @GetMapping("/audit")
    String log(HttpServletRequest request, Model model) {
        LogAsked asked = LogAsked.of(request, settings.zone());
        UUID project = asked.project() == null ? null : project(asked.project());
        boolean isNone = asked.project() != null && project == null;
        LogSearch search = new LogSearch(asked.types(), asked.actor(), project, asked.from(), asked.to());
        Found found = isNone ? new Found(List.of(), null) : log.find(search, asked.order(), asked.start(), LINES);
        model.addAttribute("noTime", true);
        model.addAttribute("seal", seal.told());
        model.addAttribute("types", EventTypes.names());
        model.addAttribute("asked", asked);
        model.addAttribute("noProject", isNone);
        model.addAttribute("lines", found.lines().stream().map(Shown::of).toList());
        model.addAttribute("lookedTo", found.lines().size() < LINES ? found.next() : null);
        model.addAttribute("more", found.next() == null ? null : asked.behindLink(found.next()));
        return "audit/log";
    }

    /** By its id, or by its reference, which only one project has; null where there is no such project. */
    private @Nullable UUID project(String text) {
        UUID id = Ids.uuidOrNull(text);
        if (id != null) {
            return id;
        }
        LogClaims.Holder holder = claims.holder(new Claim(Claim.Kind.REFERENCE, text));
        return holder == null ? null : holder.projectId();
    }
}
