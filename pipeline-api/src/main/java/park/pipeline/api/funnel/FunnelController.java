package park.pipeline.api.funnel;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.Query;
import park.pipeline.api.http.Reads;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.projections.funnel.FunnelQueries;
import park.pipeline.projections.funnel.FunnelRow;
import park.pipeline.projections.funnel.FunnelView;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;

/** {@code GET /api/funnel}: how many and how much in each stage, of any day, as known at any instant. */
@RestController
class FunnelController {
    /** {@code knownAt} is null where it was not asked for: all that is known. */
    record FunnelAnswer(LocalDate asOf, @Nullable Instant knownAt, List<FunnelRow> stages) {}

    private final FunnelQueries funnel;
    private final Catalogue catalogue;
    private final Reads reads;

    FunnelController(FunnelQueries funnel, Catalogue catalogue, Reads reads) {
        this.funnel = funnel;
        this.catalogue = catalogue;
        this.reads = reads;
    }

    @GetMapping("/api/funnel")
    ResponseEntity<FunnelAnswer> funnel(HttpServletRequest request, Query query) {
        query.knowsFilterAnd("asOf", "knownAt");
        LocalDate given = query.day("asOf");
        LocalDate asOf = given == null ? reads.today() : given;
        Instant knownAt = query.instant("knownAt");
        ProjectFilter filter = query.filter(catalogue);
        query.done();
        reads.await(FunnelView.NAME, request);
        Positioned<List<FunnelRow>> found = funnel.funnel(asOf, knownAt, filter);
        return Reads.at(found.position(), new FunnelAnswer(asOf, knownAt, found.answer()));
    }
}
