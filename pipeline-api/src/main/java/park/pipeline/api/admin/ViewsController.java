package park.pipeline.api.admin;

import java.security.Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.Page;
import park.pipeline.api.http.Query;
import park.pipeline.api.wiring.Rebuilds;

/** {@code GET /api/admin/views}: each view with its position and its lag. */
@RestController
class ViewsController {
    private static final Logger LOG = LoggerFactory.getLogger(ViewsController.class);

    private final ViewStates states;
    private final Rebuilds rebuilds;

    ViewsController(ViewStates states, Rebuilds rebuilds) {
        this.states = states;
        this.rebuilds = rebuilds;
    }

    @GetMapping("/api/admin/views")
    Page<ViewState> views(Query query) {
        query.knows().done();
        return new Page<>(states.all(), null);
    }

    /** Has a stopped view try again now, and tells what came of it. A view that runs goes on running. */
    @PostMapping("/api/admin/views/{name}/resume")
    ViewState resume(@PathVariable String name, Query query, Principal actor) {
        query.knows().done();
        rebuilds.require(name);
        rebuilds.resume(name);
        ViewState state = states.of(name);
        LOG.info("{} had view {} go on: {}", actor.getName(), name, state.state());
        return state;
    }
}
