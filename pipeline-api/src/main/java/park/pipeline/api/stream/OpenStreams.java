package park.pipeline.api.stream;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams of server-sent events. Each listener has a thread of its own, so that a slow one holds up nobody; all are let go
 * before the web server waits for its requests, which would otherwise hold up the stop of the service.
 */
@Component
public class OpenStreams implements SmartLifecycle {
    /** A listener stays as long as it likes. */
    private static final long NO_TIMEOUT = 0;

    /** What one listener is told. */
    public interface Telling {
        /**
         * Sends until there is nothing more to tell.
         *
         * @param listening whether anybody still listens
         * @throws IOException if the listener has left
         */
        void to(SseEmitter listener, BooleanSupplier listening) throws IOException;
    }

    private final Map<SseEmitter, Thread> open = new ConcurrentHashMap<>();
    private volatile boolean running;

    /** The answer to a request that listens. */
    public ResponseEntity<SseEmitter> answer(Telling telling) {
        SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
        Thread thread = Thread.ofVirtual().name("listener").unstarted(() -> serve(emitter, telling));
        open.put(emitter, thread);
        emitter.onCompletion(() -> leave(emitter));
        emitter.onError(e -> leave(emitter));
        thread.start();
        // Proxies would otherwise gather events before they pass them on.
        return ResponseEntity.ok().header("X-Accel-Buffering", "no").body(emitter);
    }

    private void leave(SseEmitter emitter) {
        Thread thread = open.remove(emitter);
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void serve(SseEmitter emitter, Telling telling) {
        try {
            emitter.send(SseEmitter.event().comment("listening"));
            telling.to(emitter, () -> running && open.containsKey(emitter));
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            // The listener has left: nobody is there to be told.
            end(emitter);
        } catch (RuntimeException e) {
            emitter.completeWithError(e);
        } finally {
            open.remove(emitter);
        }
    }

    private static void end(SseEmitter emitter) {
        try {
            emitter.complete();
        } catch (IllegalStateException ended) {
            // by the web server, when it saw the listener leave
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        List.copyOf(open.values()).forEach(Thread::interrupt);
        List.copyOf(open.keySet()).forEach(OpenStreams::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
