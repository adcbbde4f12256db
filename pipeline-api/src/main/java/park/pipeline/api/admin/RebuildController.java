package park.pipeline.api.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import park.pipeline.api.access.Accesses;
import park.pipeline.api.http.Page;
import park.pipeline.api.http.Query;
import park.pipeline.api.job.Job;
import park.pipeline.api.job.JobAnswers;
import park.pipeline.api.job.JobNews;
import park.pipeline.api.job.JobRunner;
import park.pipeline.api.node.StoppedViews;
import park.pipeline.api.wiring.Rebuilds;
import park.pipeline.core.access.Access.Action;

/** Rebuilds of views: started, watched by asking or by listening, and their results. */
@RestController
class RebuildController {
    private static final String ROUTE = "/api/admin/rebuilds";

    private final Rebuilds rebuilds;
    private final StoppedViews stopped;
    private final JobRunner runner;
    private final JobAnswers jobs;
    private final JobNews news;
    private final Accesses accesses;

    RebuildController(
            Rebuilds rebuilds,
            StoppedViews stopped,
            JobRunner runner,
            JobAnswers jobs,
            JobNews news,
            Accesses accesses) {
        this.stopped = stopped;
        this.accesses = accesses;
        this.rebuilds = rebuilds;
        this.runner = runner;
        this.jobs = jobs;
        this.news = news;
    }

    @PostMapping("/api/admin/views/{name}/rebuild")
    ResponseEntity<Map<String, @Nullable Object>> start(
            @PathVariable String name, Query query, Principal user, HttpServletRequest request) {
        query.knows().done();
        rebuilds.require(name);
        Job job = runner.start(Job.Kind.REBUILD, user.getName(), RebuildProgress.first(name), reports -> {
            RebuildProgress progress = new RebuildProgress(name, reports);
            progress.done(rebuilds.run(name, progress));
            // One that stood still would go on by itself, but up to a minute later; one that lagged would read what it
            // holds now.
            stopped.goOn(name);
        });
        accesses.record(Action.REBUILT, name, request);
        return jobs.accepted(job, ROUTE, request);
    }

    @GetMapping(path = ROUTE + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, @Nullable Object> one(@PathVariable String id, Query query, HttpServletRequest request) {
        query.knows().done();
        return jobs.one(Job.Kind.REBUILD, id, request);
    }

    @GetMapping(path = ROUTE + "/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> watch(@PathVariable String id, Query query, HttpServletRequest request) {
        query.knows().done();
        return news.of(Job.Kind.REBUILD, id, request);
    }

    @GetMapping(ROUTE)
    Page<Map<String, @Nullable Object>> all(Query query, HttpServletRequest request) {
        return jobs.all(Job.Kind.REBUILD, query, request);
    }
}
