package park.pipeline.api.admin;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.Page;
import park.pipeline.api.http.Query;

/** {@code GET /api/admin/views}: each view with its position and its lag. */
@RestController
class ViewsController {
    private final ViewStates states;

    ViewsController(ViewStates states) {
        this.states = states;
    }

    @GetMapping("/api/admin/views")
    Page<ViewState> views(Query query) {
        query.knows().done();
        return new Page<>(states.all(), null);
    }
}
