package park.pipeline.api.tracing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import park.pipeline.core.log.Commit;
import park.pipeline.projections.view.ViewProjector;

/**
 * Leads a request's trace on to the views: what a view takes in is a part of the request that wrote it. Only of what this
 * process wrote: the log holds facts, and no traces.
 */
@Component
public class CommandTraces implements ViewProjector.Watch {
    private static final Runnable NOTHING = () -> {};
    /** Longer than a healthy view needs. */
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private static final int MOST = 10_000;

    private final @Nullable Tracer tracer;
    private final Cache<Long, TraceContext> byPosition =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MEMORY).build();

    CommandTraces(ObjectProvider<Tracer> tracers) {
        tracer = tracers.getIfAvailable();
    }

    /** The request that is being served has written the command that ends at this position. */
    public void wrote(long position) {
        Span current = tracer == null ? null : tracer.currentSpan();
        if (current != null && Boolean.TRUE.equals(current.context().sampled())) {
            byPosition.put(position, current.context());
        }
    }

    @Override
    public Runnable taking(String view, List<Commit> commits) {
        if (tracer == null || byPosition.estimatedSize() == 0) {
            return NOTHING;
        }
        List<Span> spans = new ArrayList<>();
        for (Commit commit : commits) {
            TraceContext request = byPosition.getIfPresent(commit.position());
            if (request != null) {
                spans.add(tracer.spanBuilder()
                        .setParent(request)
                        .name("view " + view)
                        .tag("pipeline.position", commit.position())
                        .start());
            }
        }
        return spans.isEmpty() ? NOTHING : () -> spans.forEach(Span::end);
    }
}
