package park.pipeline.api.stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import park.pipeline.api.http.Query;
import park.pipeline.api.problem.ApiProblem;

/** {@code GET /api/stream}: one server-sent event for each event of the log, once every view has taken it in. */
@RestController
class StreamController {
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final LogNews news;
    private final OpenStreams streams;

    StreamController(LogNews news, OpenStreams streams) {
        this.news = news;
        this.streams = streams;
    }

    @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(HttpServletRequest request, Query query) {
        query.knows().done();
        long after = from(request.getHeader(LAST_EVENT_ID));
        return streams.answer((listener, listening) -> news.tell(listener, listening, after));
    }

    /** Where the listener left off; without that, what happens from now on. */
    private long from(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return news.position();
        }
        if (!lastEventId.matches("\\d{1,18}")) {
            throw ApiProblem.malformed(LAST_EVENT_ID, lastEventId).asException();
        }
        return Long.parseLong(lastEventId);
    }
}
