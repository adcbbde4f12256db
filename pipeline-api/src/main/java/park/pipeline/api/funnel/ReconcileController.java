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
import park.pipeline.projections.funnel.ExplainingEvent;
import park.pipeline.projections.funnel.FunnelView;
import park.pipeline.projections.funnel.ReconcileQueries;
import park.pipeline.projections.funnel.ReconciledStage;
import park.pipeline.projections.funnel.Reconciliation;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;

/** {@code GET /api/funnel/reconcile}: why two reports for the same day differ. */
@RestController
class ReconcileController {
    /** If no limit is asked for: shares that add up in one answer are worth more than a short one. */
    private static final int MOST_AT_ONCE = 10_000;

    /** The events are paged, the stages always whole. {@code knownAt2} is null where it was not asked for. */
    record ReconcileAnswer(
            LocalDate asOf,
            Instant knownAt1,
            @Nullable Instant knownAt2,
            List<ReconciledStage> stages,
            List<ExplainingEvent> events,
            @Nullable String nextCursor) {}

    private final ReconcileQueries queries;
    private final Catalogue catalogue;
    private final Reads reads;

    ReconcileController(ReconcileQueries queries, Catalogue catalogue, Reads reads) {
        this.queries = queries;
        this.catalogue = catalogue;
        this.reads = reads;
    }

    @GetMapping("/api/funnel/reconcile")
    ResponseEntity<ReconcileAnswer> reconcile(HttpServletRequest request, Query query) {
        query.knowsFilterAnd("asOf", "knownAt1", "knownAt2", "limit", "cursor");
        LocalDate given = query.day("asOf");
        LocalDate asOf = given == null ? reads.today() : given;
        Instant knownAt1 = query.requiredInstant("knownAt1");
        Instant knownAt2 = query.instant("knownAt2");
        ProjectFilter filter = query.filter(catalogue);
        int limit = query.limit(MOST_AT_ONCE);
        long after = query.after();
        query.done();
        reads.await(FunnelView.NAME, request);
        Positioned<Reconciliation> found = queries.reconcile(asOf, knownAt1, knownAt2, filter, after, limit);
        Reconciliation answer = found.answer();
        String next = answer.more() ? query.cursor(answer.events().getLast().position()) : null;
        return Reads.at(
                found.position(),
                new ReconcileAnswer(asOf, knownAt1, knownAt2, answer.stages(), answer.events(), next));
    }
}
