package park.pipeline.api.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import park.pipeline.api.access.Accesses;
import park.pipeline.api.http.Page;
import park.pipeline.api.http.Query;
import park.pipeline.api.job.Job;
import park.pipeline.api.job.JobAnswers;
import park.pipeline.api.job.JobNews;
import park.pipeline.api.job.JobRunner;
import park.pipeline.api.wiring.Rebuilds;
import park.pipeline.core.access.Access.Action;
import park.pipeline.core.input.FieldChecks;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.seal.SealKey;
import park.pipeline.core.seal.VerifierKey;

/** Verifications: everything computed anew from the stored events, and held against what is stored and was signed. */
@RestController
class VerificationController {
    private static final String ROUTE = "/api/audit/verifications";
    private static final int AT_MOST = 100;
    private static final int LONGEST = 4_000;

    /**
     * What an auditor may bring along.
     *
     * @param checkpoints signed notes that were kept elsewhere: nobody here can have changed them
     * @param keys verifier keys of before the key was replaced
     */
    record VerificationBody(
            @Nullable List<@Nullable String> checkpoints,
            @Nullable List<@Nullable String> keys) {}

    private final List<SealedLog> logs;
    private final KeyInUse inUse;
    private final Rebuilds views;
    private final LogReader log;
    private final JobRunner runner;
    private final JobAnswers jobs;
    private final JobNews news;
    private final Accesses accesses;

    VerificationController(
            List<SealedLog> logs,
            KeyInUse inUse,
            Rebuilds views,
            LogReader log,
            JobRunner runner,
            JobAnswers jobs,
            JobNews news,
            Accesses accesses) {
        this.accesses = accesses;
        this.logs = logs;
        this.inUse = inUse;
        this.views = views;
        this.log = log;
        this.runner = runner;
        this.jobs = jobs;
        this.news = news;
    }

    @PostMapping(ROUTE)
    ResponseEntity<Map<String, @Nullable Object>> start(
            @RequestBody(required = false) @Nullable VerificationBody given,
            Query query,
            Principal user,
            HttpServletRequest request) {
        query.knows().done();
        FieldChecks checks = new FieldChecks();
        // A note ends with a newline, which copying tends to lose.
        List<String> checkpoints = texts(checks, "checkpoints", given == null ? null : given.checkpoints()).stream()
                .map(note -> note.stripTrailing() + "\n")
                .toList();
        List<VerifierKey> keys = keys(checks, texts(checks, "keys", given == null ? null : given.keys()));
        checks.done();
        Job job = runner.start(
                Job.Kind.VERIFICATION,
                user.getName(),
                VerificationWork.first(),
                new VerificationWork(logs, keys, checkpoints, views, log));
        accesses.record(Action.VERIFIED, ROUTE + "/" + job.id(), request);
        return jobs.accepted(job, ROUTE, request);
    }

    private static List<String> texts(FieldChecks checks, String field, @Nullable List<@Nullable String> given) {
        List<String> texts = new ArrayList<>();
        for (String text : given == null ? List.<@Nullable String>of() : given) {
            if (text == null || text.isBlank()) {
                checks.required(field);
            } else {
                texts.add(text);
            }
        }
        if (texts.size() > AT_MOST) {
            checks.problem(field, "out-of-range", Map.of("least", 0, "most", AT_MOST));
        }
        texts.stream()
                .filter(t -> t.length() > LONGEST)
                .findFirst()
                .ifPresent(t -> checks.problem(field, "too-long", Map.of("max", LONGEST)));
        return texts;
    }

    /** The key in use, and those brought along. */
    private List<VerifierKey> keys(FieldChecks checks, List<String> given) {
        List<VerifierKey> keys = new ArrayList<>();
        SealKey own = inUse.key();
        if (own != null) {
            keys.add(own.verifier());
        }
        for (String text : given) {
            try {
                keys.add(VerifierKey.parse(text));
            } catch (IllegalArgumentException e) {
                checks.problem("keys", "bad-verifier-key", Map.of());
            }
        }
        return keys;
    }

    @GetMapping(path = ROUTE + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, @Nullable Object> one(@PathVariable String id, Query query, HttpServletRequest request) {
        query.knows().done();
        return jobs.one(Job.Kind.VERIFICATION, id, request);
    }

    @GetMapping(path = ROUTE + "/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> watch(@PathVariable String id, Query query, HttpServletRequest request) {
        query.knows().done();
        return news.of(Job.Kind.VERIFICATION, id, request);
    }

    @GetMapping(ROUTE)
    Page<Map<String, @Nullable Object>> all(Query query, HttpServletRequest request) {
        return jobs.all(Job.Kind.VERIFICATION, query, request);
    }
}
