package park.pipeline.api.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import park.pipeline.api.http.Ids;
import park.pipeline.api.job.Job;
import park.pipeline.api.job.JobAnswers;
import park.pipeline.api.job.Jobs;
import park.pipeline.api.problem.ApiProblem;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Work in the background as pages show it: what the interface answers, as plain values. */
@Component
public class PageJobs {
    private static final TypeReference<Map<String, @Nullable Object>> PLAIN = new TypeReference<>() {};

    private final Jobs jobs;
    private final JobAnswers answers;
    private final JsonMapper json;

    PageJobs(Jobs jobs, JobAnswers answers, JsonMapper json) {
        this.jobs = jobs;
        this.answers = answers;
        this.json = json;
    }

    /** One job; 404 where there is none. */
    public Map<String, @Nullable Object> one(Job.Kind kind, String id, Locale locale) {
        Job job = jobs.find(kind, Ids.uuid(id));
        if (job == null) {
            throw ApiProblem.notFound().asException();
        }
        return plain(job, locale);
    }

    /** The newest of a kind. */
    public List<Map<String, @Nullable Object>> newest(Job.Kind kind, int limit, Locale locale) {
        return older(kind, Long.MAX_VALUE, limit, locale);
    }

    /** The newest of those that were begun before the one of that {@code number}. */
    public List<Map<String, @Nullable Object>> older(Job.Kind kind, long number, int limit, Locale locale) {
        return jobs.newest(kind, number, limit).stream()
                .map(job -> plain(job, locale))
                .toList();
    }

    private Map<String, @Nullable Object> plain(Job job, Locale locale) {
        Map<String, @Nullable Object> plain =
                json.convertValue(answers.answer(job, Locale.of(locale.getLanguage())), PLAIN);
        plain.put("number", job.number());
        plain.put("startedAt", job.startedAt());
        plain.put("finishedAt", job.finishedAt());
        plain.put("runs", job.state() == Job.State.RUNNING);
        return plain;
    }
}
