package park.pipeline.api.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import park.pipeline.core.log.LogLine;
import park.pipeline.core.log.LogLines;
import park.pipeline.projections.view.ViewPositions;

/** Tells of each event of the log once every view has taken it in. */
@Component
class LogNews {
    private static final int AT_ONCE = 200;
    /** So often a silent line is written: proxies cut connections that say nothing, and a listener gone is noticed. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final LogLines lines;
    private final ViewPositions positions;

    LogNews(LogLines lines, ViewPositions positions) {
        this.lines = lines;
        this.positions = positions;
    }

    /** The position that every view has taken in. */
    long position() {
        return positions.ofAll();
    }

    /** Tells of all events behind a position, for as long as somebody listens. */
    void tell(SseEmitter listener, BooleanSupplier listening, long after) throws IOException {
        long sent = after;
        while (listening.getAsBoolean()) {
            if (positions.awaitAll(sent + 1, SILENCE)) {
                sent = send(listener, sent);
            } else if (!Thread.currentThread().isInterrupted()) {
                listener.send(SseEmitter.event().comment("still here"));
            }
        }
    }

    private long send(SseEmitter listener, long after) throws IOException {
        long sent = after;
        List<LogLine> news = lines.after(after, position(), AT_ONCE);
        for (LogLine line : news) {
            listener.send(SseEmitter.event()
                    .id(Long.toString(line.position()))
                    .name(line.type())
                    .data(new String(line.bytes(), StandardCharsets.UTF_8)));
            sent = line.position();
        }
        return sent;
    }
}
