package park.pipeline.api.pages;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import park.pipeline.api.stream.OpenStreams;
import park.pipeline.projections.view.ViewPositions;

/**
 * {@code GET /live}: tells open pages that there is something new, and not what: each then asks for what it shows, in its
 * reader's language and with his rights.
 */
@Controller
class LiveController {
    private static final Duration SILENCE = Duration.ofSeconds(15);
    /** No oftener: an import would otherwise make every open page ask for all it shows, many times a second. */
    private static final long PAUSE_MS = 500;

    private final OpenStreams streams;
    private final ViewPositions positions;

    LiveController(OpenStreams streams, ViewPositions positions) {
        this.streams = streams;
        this.positions = positions;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> live() {
        return streams.answer(this::tell);
    }

    private void tell(SseEmitter listener, BooleanSupplier listening) throws IOException {
        // First where things stand: a page that was loaded, or lost its connection, before this may have missed some.
        long told = positions.ofAll();
        listener.send(position(told));
        while (listening.getAsBoolean()) {
            if (positions.awaitAll(told + 1, SILENCE)) {
                told = positions.ofAll();
                listener.send(position(told));
                pause();
            } else if (!Thread.currentThread().isInterrupted()) {
                listener.send(SseEmitter.event().comment("still here"));
            }
        }
    }

    private static SseEmitter.SseEventBuilder position(long position) {
        return SseEmitter.event().name("position").data(Long.toString(position));
    }

    private static void pause() {
        try {
            // News may come faster than a page can show it: what comes meanwhile is told as one.
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
