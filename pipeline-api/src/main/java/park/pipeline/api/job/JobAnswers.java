package park.pipeline.api.job;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import park.pipeline.api.http.Ids;
import park.pipeline.api.http.Page;
import park.pipeline.api.http.Query;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.api.problem.Language;
import park.pipeline.api.problem.Words;
import tools.jackson.databind.node.ObjectNode;

/** Jobs as the API tells of them: what all have in common, then what their report says. */
@Component
public class JobAnswers {
    private final Jobs jobs;
    private final Words words;

    JobAnswers(Jobs jobs, Words words) {
        this.jobs = jobs;
        this.words = words;
    }

    /** 202 with the address under which the job can be watched. */
    public ResponseEntity<Map<String, @Nullable Object>> accepted(Job job, String route, HttpServletRequest request) {
        return ResponseEntity.accepted()
                .location(URI.create(route + "/" + job.id()))
                .body(answer(job, Language.of(request)));
    }

    /** One job; 404 where there is none of this kind and id. */
    public Map<String, @Nullable Object> one(Job.Kind kind, String id, HttpServletRequest request) {
        return answer(find(kind, id), Language.of(request));
    }

    /** The same, once more: for those who watch. */
    Job find(Job.Kind kind, String id) {
        Job job = jobs.find(kind, Ids.uuid(id));
        if (job == null) {
            throw ApiProblem.notFound().asException();
        }
        return job;
    }

    /** The newest first. */
    public Page<Map<String, @Nullable Object>> all(Job.Kind kind, Query query, HttpServletRequest request) {
        query.knows("limit", "cursor");
        int limit = query.limit();
        long after = query.after();
        List<Job> found = jobs.newest(kind, after == 0 ? Long.MAX_VALUE : after, limit + 1);
        List<Job> page = found.subList(0, Math.min(limit, found.size()));
        Locale locale = Language.of(request);
        return new Page<>(
                page.stream().map(job -> answer(job, locale)).toList(),
                found.size() > limit ? query.cursor(page.getLast().number()) : null);
    }

    /** One job in the reader's language. */
    public Map<String, @Nullable Object> answer(Job job, Locale locale) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id", job.id());
        answer.put("state", job.state());
        answer.put("actor", job.actor());
        answer.put("startedAt", job.startedAt());
        answer.put("finishedAt", job.finishedAt());
        job.report().path("findings").forEach(finding -> explain((ObjectNode) finding, locale));
        job.report().properties().forEach(field -> answer.put(field.getKey(), field.getValue()));
        answer.put("failure", failure(job.failure(), locale));
        return answer;
    }

    /** What was found is kept as codes and values; its sentence depends on who reads it. */
    private void explain(ObjectNode finding, Locale locale) {
        Map<String, Object> values = new HashMap<>();
        finding.properties()
                .forEach(field -> values.put(
                        field.getKey(),
                        field.getValue().isString()
                                ? field.getValue().stringValue()
                                : field.getValue().toString()));
        String code = "found-"
                + finding.path("kind").stringValue("").toLowerCase(Locale.ROOT).replace('_', '-');
        finding.put("message", words.detail(code, values, locale));
    }

    private @Nullable Map<String, String> failure(@Nullable String cause, Locale locale) {
        if (cause == null) {
            return null;
        }
        boolean interrupted = cause.equals(Job.INTERRUPTED);
        String code = interrupted ? "job-interrupted" : "job-failed";
        Map<String, Object> values = interrupted ? Map.of() : Map.of("cause", cause);
        return Map.of("code", code, "message", words.detail(code, values, locale));
    }
}
