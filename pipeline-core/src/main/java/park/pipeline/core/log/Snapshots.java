package park.pipeline.core.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Timeline;

/**
 * What long streams added up to at some version, so that a command need not read them from their beginning. In memory only:
 * a snapshot that was stored would be a second truth beside the log, to be sealed, verified and upcast as well.
 */
final class Snapshots {
    /** All snapshots together are of this many events at the most. */
    private static final long EVENTS = 500_000;

    private final Cache<UUID, Timeline> timelines = Caffeine.newBuilder()
            .maximumWeight(EVENTS)
            .weigher((UUID id, Timeline timeline) -> (int) timeline.version())
            .build();

    void keep(UUID projectId, Timeline timeline) {
        timelines.put(projectId, timeline);
    }

    @Nullable
    Timeline of(UUID projectId) {
        return timelines.getIfPresent(projectId);
    }
}
