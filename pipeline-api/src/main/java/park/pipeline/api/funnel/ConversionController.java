package park.pipeline.api.funnel;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.DayRange;
import park.pipeline.api.http.Query;
import park.pipeline.api.http.Reads;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.projections.stage.Conversion;
import park.pipeline.projections.stage.ConversionQueries;
import park.pipeline.projections.stage.ConversionQueries.Cohort;
import park.pipeline.projections.stage.StageView;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;

/** {@code GET /api/funnel/conversion}: how far the projects registered between two days have come. */
@RestController
class ConversionController {
    private final ConversionQueries conversion;
    private final Catalogue catalogue;
    private final Reads reads;

    ConversionController(ConversionQueries conversion, Catalogue catalogue, Reads reads) {
        this.conversion = conversion;
        this.catalogue = catalogue;
        this.reads = reads;
    }

    @GetMapping("/api/funnel/conversion")
    ResponseEntity<Conversion> conversion(HttpServletRequest request, Query query) {
        query.knowsFilterAnd("cohortFrom", "cohortTo", "asOf", "knownAt");
        DayRange cohort = query.range("cohortFrom", "cohortTo");
        LocalDate asOf = query.day("asOf");
        Instant knownAt = query.instant("knownAt");
        ProjectFilter filter = query.filter(catalogue);
        query.done();
        reads.await(StageView.NAME, request);
        Positioned<Conversion> found = conversion.conversion(
                new Cohort(cohort.from(), cohort.to()), asOf == null ? reads.today() : asOf, knownAt, filter);
        return Reads.at(found.position(), found.answer());
    }
}
