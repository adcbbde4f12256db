package park.pipeline.api.admin;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.access.Accesses;
import park.pipeline.api.http.Page;
import park.pipeline.api.http.Query;
import park.pipeline.api.node.StoppedViews;
import park.pipeline.api.wiring.Rebuilds;
import park.pipeline.core.access.Access.Action;

/** {@code GET /api/admin/views}: each view with its position and its lag. */
@RestController
class ViewsController {
    private static final Logger LOG = LoggerFactory.getLogger(ViewsController.class);

    private final ViewStates states;
    private final Rebuilds rebuilds;
    private final StoppedViews stopped;
    private final Accesses accesses;

    ViewsController(ViewStates states, Rebuilds rebuilds, StoppedViews stopped, Accesses accesses) {
        this.accesses = accesses;
        this.states = states;
        this.rebuilds = rebuilds;
        this.stopped = stopped;
    }

    @GetMapping("/api/admin/views")
    Page<ViewState> views(Query query) {
        query.knows().done();
        return new Page<>(states.all(), null);
    }

    /** Has a stopped view try again now, and tells what came of it. A view that runs goes on running. */
    @PostMapping("/api/admin/views/{name}/resume")
    ViewState resume(@PathVariable String name, Query query, HttpServletRequest request) {
        query.knows().done();
        rebuilds.require(name);
        accesses.record(Action.RESUMED, name, request);
        stopped.resume(name);
        ViewState state = states.of(name);
        LOG.info("View {} was told to go on, and is {}", name, state.state());
        return state;
    }
}
