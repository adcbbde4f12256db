package park.pipeline.api.project;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.Ids;
import park.pipeline.api.http.Page;
import park.pipeline.api.http.Query;
import park.pipeline.api.http.Reads;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.history.HistoryItem;
import park.pipeline.projections.history.HistoryQueries;
import park.pipeline.projections.history.HistoryView;
import park.pipeline.projections.project.Light;
import park.pipeline.projections.project.ProjectAsOf;
import park.pipeline.projections.project.ProjectDetail;
import park.pipeline.projections.project.ProjectItem;
import park.pipeline.projections.project.ProjectPage;
import park.pipeline.projections.project.ProjectQueries;
import park.pipeline.projections.project.ProjectSearch;
import park.pipeline.projections.project.ProjectTime;
import park.pipeline.projections.project.ProjectView;
import park.pipeline.projections.view.Positioned;

/** Reads of projects: the list, one as it stood, its history. */
@RestController
class ProjectController {
    private final ProjectQueries projects;
    private final ProjectAsOf asOf;
    private final HistoryQueries history;
    private final Catalogue catalogue;
    private final Reads reads;

    ProjectController(
            ProjectQueries projects, ProjectAsOf asOf, HistoryQueries history, Catalogue catalogue, Reads reads) {
        this.projects = projects;
        this.asOf = asOf;
        this.history = history;
        this.catalogue = catalogue;
        this.reads = reads;
    }

    @GetMapping("/api/projects")
    ResponseEntity<Page<ProjectItem>> list(HttpServletRequest request, Query query) {
        query.knowsFilterAnd("stage", "q", "overdue", "asOf", "knownAt", "limit", "cursor");
        ProjectSearch search = new ProjectSearch(
                query.filter(catalogue),
                query.constants("stage", Stage.class),
                query.all("q"),
                query.constants("overdue", Light.class));
        LocalDate asOf = query.day("asOf");
        Instant knownAt = query.instant("knownAt");
        int limit = query.limit();
        long after = query.after();
        query.done();
        reads.await(ProjectView.NAME, request);
        Positioned<ProjectPage> found = asOf == null && knownAt == null
                ? projects.list(search, after, limit, ProjectTime.now(reads.today()))
                : projects.list(search, after, limit, ProjectTime.at(asOf == null ? reads.today() : asOf, knownAt));
        ProjectPage page = found.answer();
        return Reads.at(
                found.position(), new Page<>(page.items(), page.more() ? query.cursor(page.lastPosition()) : null));
    }

    @GetMapping("/api/projects/{id}")
    ResponseEntity<ProjectDetail> one(@PathVariable String id, HttpServletRequest request, Query query) {
        query.knows("asOf", "knownAt");
        LocalDate day = query.day("asOf");
        Instant knownAt = query.instant("knownAt");
        query.done();
        reads.awaitLog(request);
        Positioned<Optional<ProjectDetail>> found = asOf.find(Ids.uuid(id), day == null ? reads.today() : day, knownAt);
        ProjectDetail project =
                found.answer().orElseThrow(() -> ApiProblem.notFound().asException());
        ResponseEntity<ProjectDetail> answer = Reads.at(found.position(), project);
        return knownAt == null ? tagged(answer, project) : answer;
    }

    @GetMapping("/api/projects/{id}/history")
    ResponseEntity<Page<HistoryItem>> history(@PathVariable String id, HttpServletRequest request, Query query) {
        query.knows("limit", "cursor");
        int limit = query.limit();
        long after = query.after();
        query.done();
        reads.await(HistoryView.NAME, request);
        Positioned<List<HistoryItem>> found = history.of(Ids.uuid(id), after, limit + 1);
        List<HistoryItem> items = found.answer();
        if (items.isEmpty() && after == 0) {
            throw ApiProblem.notFound().asException();
        }
        boolean more = items.size() > limit;
        List<HistoryItem> shown = more ? items.subList(0, limit) : items;
        return Reads.at(
                found.position(),
                new Page<>(shown, more ? query.cursor(shown.getLast().sequence()) : null));
    }

    private static ResponseEntity<ProjectDetail> tagged(ResponseEntity<ProjectDetail> answer, ProjectDetail project) {
        return ResponseEntity.ok()
                .headers(answer.getHeaders())
                .header(HttpHeaders.ETAG, "\"" + project.version() + "\"")
                .body(project);
    }
}
