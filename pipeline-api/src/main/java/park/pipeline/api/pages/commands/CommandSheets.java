package park.pipeline.api.pages.commands;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import park.pipeline.api.http.Ids;
import park.pipeline.api.http.Reads;
import park.pipeline.api.pages.Format;
import park.pipeline.api.pages.Teams;
import park.pipeline.api.pages.commands.FormField.Choice;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.project.Refused;
import park.pipeline.core.project.Stage;
import park.pipeline.core.project.Timeline;
import park.pipeline.projections.view.KnownTimelines;

/** Forms of commands: a page for a new lead, a sheet for everything that is asked of a project. */
@Controller
class CommandSheets {
    private final KnownTimelines timelines;
    private final Catalogue catalogue;
    private final Reads reads;
    private final Teams teams;

    CommandSheets(LogReader log, Catalogue catalogue, Reads reads, Teams teams) {
        this.timelines = new KnownTimelines(log);
        this.catalogue = catalogue;
        this.reads = reads;
        this.teams = teams;
    }

    @GetMapping("/projects/new")
    String register(@ModelAttribute("fmt") Format fmt, Model model) {
        model.addAttribute("noTime", true);
        model.addAttribute("form", forms(fmt).registration(teams()));
        return "commands/register";
    }

    /**
     * The form of a command, with what is filled in beforehand taken from the address.
     *
     * @param seen the version that the reader has before him: if it is not the newest, he is told when he sends the form
     * @throws Refused if the rules would refuse it whatever was filled in
     */
    @GetMapping("/projects/{id}/commands/{command}")
    String sheet(
            @PathVariable String id,
            @PathVariable String command,
            @RequestParam(required = false) @Nullable Long seen,
            HttpServletRequest request,
            @ModelAttribute("fmt") Format fmt,
            Model model) {
        CommandName name = CommandName.withPath(command);
        if (name == null) {
            throw ApiProblem.notFound().asException();
        }
        return sheet(name, id, timeline(id), seen, request, fmt, model);
    }

    /** The form of the command that leads into a stage: for who moves a card there. */
    @GetMapping("/projects/{id}/commands")
    String move(
            @PathVariable String id,
            @RequestParam Stage to,
            @RequestParam(required = false) @Nullable Long seen,
            HttpServletRequest request,
            @ModelAttribute("fmt") Format fmt,
            Model model) {
        Timeline timeline = timeline(id);
        CommandName name = CommandName.into(to, timeline.stage());
        Stage back = timeline.stage() == Stage.WITHDRAWN ? timeline.stageBefore(timeline.latestStage()) : null;
        if (name == null) {
            throw ApiProblem.of(HttpStatus.CONFLICT, "no-way-back").asException();
        }
        if (back != null && back != to) {
            throw ApiProblem.of(HttpStatus.CONFLICT, "reopens-elsewhere")
                    .with("stage", back)
                    .asException();
        }
        return sheet(name, id, timeline, seen, request, fmt, model);
    }

    private String sheet(
            CommandName name,
            String id,
            Timeline timeline,
            @Nullable Long seen,
            HttpServletRequest request,
            Format fmt,
            Model model) {
        Refused refusal = name.refusal(timeline);
        if (refusal != null) {
            throw refusal;
        }
        if (name == CommandName.GRANT_PERMIT || name == CommandName.WAIVE_PERMIT) {
            requireUnsettled(request.getParameter("permit"), timeline);
        }
        CommandForm form = forms(fmt).of(name, Ids.uuid(id), timeline, teams());
        model.addAttribute("project", timeline.profile());
        model.addAttribute("stage", timeline.stage());
        model.addAttribute("form", form.preset(request::getParameter).seen(seen));
        return "commands/sheet";
    }

    /** Who goes to settle a permit that somebody else has settled since is told so, and not asked which other one he means. */
    private static void requireUnsettled(@Nullable String permit, Timeline timeline) {
        timeline.permits().settled().stream()
                .filter(settled -> settled.permit().name().equals(permit))
                .findFirst()
                .ifPresent(settled -> {
                    throw Refused.byRule("permit-settled", Map.of("permit", settled.permit(), "day", settled.day()));
                });
    }

    private List<Choice> teams() {
        return teams.all().stream().map(team -> new Choice(team, team)).toList();
    }

    private Timeline timeline(String id) {
        Timeline timeline = timelines.of(Ids.uuid(id), Long.MAX_VALUE, null);
        if (timeline.version() == 0) {
            throw ApiProblem.notFound().asException();
        }
        return timeline;
    }

    private CommandForms forms(Format fmt) {
        return new CommandForms(catalogue, fmt, reads.today());
    }
}
