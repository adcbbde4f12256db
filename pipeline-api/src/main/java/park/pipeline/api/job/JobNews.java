package park.pipeline.api.job;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import park.pipeline.api.problem.Language;
import park.pipeline.api.stream.OpenStreams;
import tools.jackson.databind.json.JsonMapper;

/** Tells of a job while it runs, once more when it has ended, and then no more. */
@Component
public class JobNews {
    private static final long LOOK_AGAIN_MS = 500;
    /** A line that says nothing, so often: proxies cut silent connections. */
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final JobAnswers jobs;
    private final OpenStreams streams;
    private final JsonMapper json;

    JobNews(JobAnswers jobs, OpenStreams streams, JsonMapper json) {
        this.jobs = jobs;
        this.streams = streams;
        this.json = json;
    }

    /** Server-sent events named after the job's state, whose data is what a request for the job would answer. */
    public ResponseEntity<SseEmitter> of(Job.Kind kind, String id, HttpServletRequest request) {
        jobs.find(kind, id);
        Locale locale = Language.of(request);
        return streams.answer((listener, listening) -> tell(kind, id, locale, listener, listening));
    }

    private void tell(Job.Kind kind, String id, Locale locale, SseEmitter listener, BooleanSupplier listening)
            throws IOException {
        String told = "";
        long toldAt = System.nanoTime();
        while (listening.getAsBoolean()) {
            Job job = jobs.find(kind, id);
            String answer = json.writeValueAsString(jobs.answer(job, locale));
            if (!answer.equals(told)) {
                told = answer;
                toldAt = System.nanoTime();
                listener.send(SseEmitter.event().name(job.state().name()).data(told));
            } else if (System.nanoTime() - toldAt > SILENCE_NANOS) {
                toldAt = System.nanoTime();
                listener.send(SseEmitter.event().comment("still here"));
            }
            if (job.state() != Job.State.RUNNING || !pause()) {
                return;
            }
        }
    }

    private static boolean pause() {
        try {
            // The job may run on another node: only its row tells how far it has come, and a row wakes nobody.
            Thread.sleep(LOOK_AGAIN_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
