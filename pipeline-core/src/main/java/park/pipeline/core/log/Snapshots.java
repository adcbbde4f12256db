package park.pipeline.core.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Timeline;

/**
 * What streams added up to when they were last read, so that a command need not read them from their beginning. In memory only:
 * a snapshot that was stored would be a second truth beside the log, to be sealed, verified and upcast as well.
 */
final class Snapshots {
    /** All snapshots together are of this many events at the most. */
    private static final long EVENTS = 200_000;

    private final Cache<UUID, Timeline> timelines = Caffeine.newBuilder()
            .maximumWeight(EVENTS)
            .weigher((UUID id, Timeline timeline) -> (int) timeline.version())
            .build();

    /**
     * Remembers events that were just read.
     *
     * @param events some that follow one another; nothing is remembered where they are not the next ones behind what is
     *     remembered already
     */
    void carryOn(UUID projectId, List<LoggedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        Timeline timeline = of(projectId);
        if (timeline == null) {
            timeline = Timeline.EMPTY;
        }
        if (events.getFirst().recorded().sequence() == timeline.version() + 1) {
            for (LoggedEvent event : events) {
                timeline = timeline.after(event.recorded());
            }
            timelines.put(projectId, timeline);
        }
    }

    @Nullable
    Timeline of(UUID projectId) {
        return timelines.getIfPresent(projectId);
    }
}
