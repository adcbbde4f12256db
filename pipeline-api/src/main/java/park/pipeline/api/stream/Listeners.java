package park.pipeline.api.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import park.pipeline.core.log.LogLine;
import park.pipeline.core.log.LogLines;
import park.pipeline.projections.view.ViewPositions;

/**
 * Who listens to the stream. Each listener has a thread of its own, so that a slow one holds up nobody; all are let go
 * before the web server waits for its requests, which would otherwise hold up the stop of the service.
 */
@Component
class Listeners implements SmartLifecycle {
    private static final int AT_ONCE = 200;
    /** So often a silent line is written: proxies cut connections that say nothing, and a listener gone is noticed. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final LogLines lines;
    private final ViewPositions positions;
    private final Map<SseEmitter, Thread> open = new ConcurrentHashMap<>();
    private volatile boolean running;

    Listeners(LogLines lines, ViewPositions positions) {
        this.lines = lines;
        this.positions = positions;
    }

    /** The position that every view has taken in. */
    long position() {
        return positions.ofAll();
    }

    void add(SseEmitter emitter, long after) {
        Thread thread = Thread.ofVirtual().name("listener").unstarted(() -> serve(emitter, after));
        open.put(emitter, thread);
        emitter.onCompletion(() -> leave(emitter));
        emitter.onError(e -> leave(emitter));
        thread.start();
    }

    private void leave(SseEmitter emitter) {
        Thread thread = open.remove(emitter);
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void serve(SseEmitter emitter, long after) {
        long sent = after;
        try {
            emitter.send(SseEmitter.event().comment("listening"));
            while (open.containsKey(emitter) && running) {
                if (positions.awaitAll(sent + 1, SILENCE)) {
                    sent = send(emitter, sent);
                } else if (!Thread.currentThread().isInterrupted()) {
                    emitter.send(SseEmitter.event().comment("still here"));
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            // The listener has left: nobody is there to be told.
            emitter.complete();
        } catch (RuntimeException e) {
            emitter.completeWithError(e);
        } finally {
            open.remove(emitter);
        }
    }

    private long send(SseEmitter emitter, long after) throws IOException {
        long sent = after;
        List<LogLine> news = lines.after(after, position(), AT_ONCE);
        for (LogLine line : news) {
            emitter.send(SseEmitter.event()
                    .id(Long.toString(line.position()))
                    .name(line.type())
                    .data(new String(line.bytes(), StandardCharsets.UTF_8)));
            sent = line.position();
        }
        return sent;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        List.copyOf(open.values()).forEach(Thread::interrupt);
        List.copyOf(open.keySet()).forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
