package park.pipeline.api.funnel;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.DayRange;
import park.pipeline.api.http.Query;
import park.pipeline.api.http.Reads;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.projections.funnel.FunnelView;
import park.pipeline.projections.funnel.TrendPoint;
import park.pipeline.projections.funnel.TrendQueries;
import park.pipeline.projections.funnel.TrendStep;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;

/** {@code GET /api/funnel/trend}: the funnel at the end of each month, quarter or year. */
@RestController
class TrendController {
    private static final int MOST_POINTS = 600;

    record TrendAnswer(List<TrendPoint> points) {}

    private final TrendQueries trend;
    private final Catalogue catalogue;
    private final Reads reads;

    TrendController(TrendQueries trend, Catalogue catalogue, Reads reads) {
        this.trend = trend;
        this.catalogue = catalogue;
        this.reads = reads;
    }

    @GetMapping("/api/funnel/trend")
    ResponseEntity<TrendAnswer> trend(HttpServletRequest request, Query query) {
        query.knowsFilterAnd("from", "to", "step");
        DayRange range = query.range("from", "to");
        TrendStep step = query.constant("step", TrendStep.class);
        ProjectFilter filter = query.filter(catalogue);
        query.done();
        List<LocalDate> days = step.days(range.from(), range.to());
        if (days.size() > MOST_POINTS) {
            query.outOfRange("from", days.get(days.size() - MOST_POINTS - 1).plusDays(1), range.to());
            query.done();
        }
        reads.await(FunnelView.NAME, request);
        Positioned<List<TrendPoint>> found = trend.trend(days, null, filter);
        return Reads.at(found.position(), new TrendAnswer(found.answer()));
    }
}
