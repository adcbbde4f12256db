package park.pipeline.api.pages.projects;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
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
        ProjectTable.Page page = table.page(asked.question(time, filter), asked.offset(), asked.size())
                .answer();
        model.addAttribute("filter", filter);
        model.addAttribute("asked", asked);
        model.addAttribute("columns", asked.columns());
        model.addAttribute("allColumns", ProjectColumn.all());
        model.addAttribute("stages", Arrays.asList(Stage.values()));
        model.addAttribute("lights", Arrays.asList(Light.values()));
        model.addAttribute("page", page);
        model.addAttribute("from", page.items().isEmpty() ? 0 : asked.offset() + 1);
        model.addAttribute("to", asked.offset() + page.items().size());
        return "projects/page";
    }
}
