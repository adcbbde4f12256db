package park.pipeline.api.funnel;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.Query;
import park.pipeline.api.http.Reads;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.projections.stage.DurationQueries;
import park.pipeline.projections.stage.DurationRow;
import park.pipeline.projections.stage.StageView;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;

/** {@code GET /api/funnel/durations}: how long projects stay in each stage. */
@RestController
class DurationsController {
    record DurationsAnswer(List<DurationRow> stages) {}

    private final DurationQueries durations;
    private final Catalogue catalogue;
    private final Reads reads;

    DurationsController(DurationQueries durations, Catalogue catalogue, Reads reads) {
        this.durations = durations;
        this.catalogue = catalogue;
        this.reads = reads;
    }

    @GetMapping("/api/funnel/durations")
    ResponseEntity<DurationsAnswer> durations(HttpServletRequest request, Query query) {
        query.knowsFilterAnd("asOf", "knownAt");
        LocalDate asOf = query.day("asOf");
        Instant knownAt = query.instant("knownAt");
        ProjectFilter filter = query.filter(catalogue);
        query.done();
        reads.await(StageView.NAME, request);
        Positioned<List<DurationRow>> found = durations.durations(asOf == null ? reads.today() : asOf, knownAt, filter);
        return Reads.at(found.position(), new DurationsAnswer(found.answer()));
    }
}
