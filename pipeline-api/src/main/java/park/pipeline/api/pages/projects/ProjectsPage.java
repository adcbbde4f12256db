package park.pipeline.api.pages.projects;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.api.pages.PageTime;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.project.Light;
import park.pipeline.projections.project.ProjectTable;

/** {@code GET /projects}: the table of projects. */
@Controller
class ProjectsPage {
    private final ProjectTable table;

    ProjectsPage(ProjectTable table) {
        this.table = table;
    }

    @GetMapping("/projects")
    String projects(PageTime time, PageFilter filter, HttpServletRequest request, Model model) {
        TableAsked asked = TableAsked.of(request);
        ProjectTable.Page page = read(asked, time, filter);
        Paging paging = Paging.of(asked.page(), asked.size(), page.count());
        if (paging.page() != asked.page()) {
            // A link to a page that there was once, or that a filter has since taken away.
            asked = asked.onPage(paging.page());
            page = read(asked, time, filter);
        }
        model.addAttribute("filter", filter);
        model.addAttribute("asked", asked);
        model.addAttribute("links", new TableLinks(asked, time, filter));
        model.addAttribute("allColumns", ProjectColumn.values());
        model.addAttribute("stages", Stage.values());
        model.addAttribute("lights", Light.values());
        model.addAttribute("page", page);
        model.addAttribute("paging", paging);
        model.addAttribute("from", page.items().isEmpty() ? 0 : asked.offset() + 1);
        model.addAttribute("to", asked.offset() + page.items().size());
        return "projects/page";
    }

    private ProjectTable.Page read(TableAsked asked, PageTime time, PageFilter filter) {
        return table.page(asked.question(time, filter), asked.offset(), asked.size())
                .answer();
    }
}
