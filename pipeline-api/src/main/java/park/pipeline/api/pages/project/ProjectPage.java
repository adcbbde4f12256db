package park.pipeline.api.pages.project;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import park.pipeline.api.http.Ids;
import park.pipeline.api.pages.FieldWords;
import park.pipeline.api.pages.Format;
import park.pipeline.api.pages.Frame;
import park.pipeline.api.pages.PageTime;
import park.pipeline.api.pages.commands.CommandName;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.project.Timeline;
import park.pipeline.projections.contact.ContactItem;
import park.pipeline.projections.contact.ContactQueries;
import park.pipeline.projections.history.HistoryItem;
import park.pipeline.projections.history.HistoryQueries;
import park.pipeline.projections.project.ProjectAsOf;
import park.pipeline.projections.project.ProjectDetail;
import park.pipeline.projections.project.StageLimits;
import park.pipeline.projections.view.KnownTimelines;

/** {@code GET /projects/{id}}: one project as it stood on a day, as known at an instant. */
@Controller
class ProjectPage {
    /** Of a long history the newest events are shown; the replay goes through all of them. */
    private static final int EVENTS = 200;

    private final ProjectAsOf projects;
    private final KnownTimelines timelines;
    private final HistoryQueries history;
    private final ContactQueries contacts;
    private final Supplier<StageLimits> limits;
    private final MessageSource messages;

    ProjectPage(
            ProjectAsOf projects,
            LogReader log,
            HistoryQueries history,
            ContactQueries contacts,
            Supplier<StageLimits> limits,
            MessageSource messages) {
        this.projects = projects;
        this.timelines = new KnownTimelines(log);
        this.history = history;
        this.contacts = contacts;
        this.limits = limits;
        this.messages = messages;
    }

    @GetMapping("/projects/{id}")
    String project(
            @PathVariable String id,
            PageTime time,
            @ModelAttribute("fmt") Format fmt,
            @ModelAttribute("frame") Frame frame,
            Locale locale,
            Model model) {
        UUID project = Ids.uuid(id);
        ProjectDetail detail = projects.find(project, time.asOf(), time.knownAt())
                .answer()
                .orElseThrow(() -> ApiProblem.notFound().asException());
        Timeline timeline = timelines.of(project, Long.MAX_VALUE, time.knownAt());
        model.addAttribute("project", detail);
        model.addAttribute("light", limits.get().light(detail.stage(), detail.stageSince(), time.asOf()));
        model.addAttribute("steps", StageStep.of(detail));
        model.addAttribute("money", MoneyChart.of(timeline.series(), time.asOf(), fmt));
        model.addAttribute("events", events(project, detail.version()));
        model.addAttribute("said", new EventFields(fmt, new FieldWords(fmt, messages, locale)));
        boolean acts = time.isNow() && frame.is("PROMOTER");
        model.addAttribute("commands", acts ? CommandName.possible(timeline) : List.of());
        if (frame.is("PROMOTER", "AUDITOR")) {
            List<ContactItem> persons = contacts.of(project);
            model.addAttribute("contacts", persons == null ? List.of() : persons);
        }
        return "project/page";
    }

    /** The newest first, of those that were known. */
    private List<HistoryItem> events(UUID project, long version) {
        return history.of(project, Math.max(0, version - EVENTS), EVENTS).answer().stream()
                .filter(event -> event.sequence() <= version)
                .toList()
                .reversed();
    }
}
