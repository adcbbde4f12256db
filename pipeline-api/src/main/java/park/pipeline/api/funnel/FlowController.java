package park.pipeline.api.funnel;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.DayRange;
import park.pipeline.api.http.Query;
import park.pipeline.api.http.Reads;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.projections.stage.FlowLink;
import park.pipeline.projections.stage.FlowQueries;
import park.pipeline.projections.stage.StageView;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;

/** {@code GET /api/funnel/flow}: who went from which stage to which between two days, as known now. */
@RestController
class FlowController {
    record FlowAnswer(List<FlowLink> links) {}

    private final FlowQueries flow;
    private final Catalogue catalogue;
    private final Reads reads;

    FlowController(FlowQueries flow, Catalogue catalogue, Reads reads) {
        this.flow = flow;
        this.catalogue = catalogue;
        this.reads = reads;
    }

    @GetMapping("/api/funnel/flow")
    ResponseEntity<FlowAnswer> flow(HttpServletRequest request, Query query) {
        query.knowsFilterAnd("from", "to");
        DayRange range = query.range("from", "to");
        ProjectFilter filter = query.filter(catalogue);
        query.done();
        reads.await(StageView.NAME, request);
        Positioned<List<FlowLink>> found = flow.flow(range.from(), range.to(), null, filter);
        return Reads.at(found.position(), new FlowAnswer(found.answer()));
    }
}
