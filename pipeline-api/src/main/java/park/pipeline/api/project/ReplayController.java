package park.pipeline.api.project;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.Ids;
import park.pipeline.api.http.Page;
import park.pipeline.api.http.Query;
import park.pipeline.api.http.Reads;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.projections.replay.Replay;
import park.pipeline.projections.replay.ReplayPage;
import park.pipeline.projections.replay.ReplayStep;
import park.pipeline.projections.view.Positioned;

/** {@code GET /api/projects/{id}/replay}: how a project came to be what it is, step by step. */
@RestController
class ReplayController {
    private final Replay replay;
    private final Reads reads;

    ReplayController(Replay replay, Reads reads) {
        this.replay = replay;
        this.reads = reads;
    }

    @GetMapping("/api/projects/{id}/replay")
    ResponseEntity<Page<ReplayStep>> replay(@PathVariable String id, HttpServletRequest request, Query query) {
        query.knows("knownAt", "limit", "cursor");
        Instant knownAt = query.instant("knownAt");
        int limit = query.limit();
        long after = query.after();
        query.done();
        UUID project = Ids.uuid(id);
        reads.awaitLog(request);
        Positioned<Optional<ReplayPage>> found = replay.of(project, knownAt, after, limit);
        ReplayPage page = found.answer().orElseThrow(() -> ApiProblem.notFound().asException());
        List<ReplayStep> steps = page.steps();
        String next = page.more() ? query.cursor(steps.getLast().sequence()) : null;
        return Reads.at(found.position(), new Page<>(steps, next));
    }
}
