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

    /** A project is more than its events. */
    private static final int OF_ITSELF = 20;

    /** @param lastEvent that it holds: where the log has another one in its place, the log has been changed */
    private record Snapshot(Timeline timeline, UUID lastEvent) {}

    private final Cache<UUID, Snapshot> snapshots = Caffeine.newBuilder()
            .maximumWeight(EVENTS)
            .weigher((UUID id, Snapshot snapshot) ->
                    OF_ITSELF + (int) snapshot.timeline().version())
            .build();

    /**
     * Compares what is remembered with events that were just read, and remembers them too.
     *
     * @param version that the reader began with
     * @param events from the last one on that this version holds; from the first one where it is 0
     * @return whether the log still holds what is remembered; if not, it is forgotten
     */
    boolean carryOn(UUID projectId, long version, List<LoggedEvent> events) {
        Snapshot known = snapshots.getIfPresent(projectId);
        Timeline timeline = known == null ? Timeline.EMPTY : known.timeline();
        if (timeline.version() != version) {
            return true; // another reader was here meanwhile, and has compared it himself
        }
        if (known != null && !holds(events, known)) {
            snapshots.invalidate(projectId);
            return false;
        }
        for (LoggedEvent event : events) {
            if (event.recorded().sequence() > timeline.version()) {
                timeline = timeline.after(event.recorded());
            }
        }
        if (timeline.version() > version) {
            UUID last = events.getLast().recorded().eventId();
            snapshots.put(projectId, new Snapshot(timeline, last));
        }
        return true;
    }

    private static boolean holds(List<LoggedEvent> events, Snapshot known) {
        return !events.isEmpty() && events.getFirst().recorded().eventId().equals(known.lastEvent());
    }

    @Nullable
    Timeline of(UUID projectId) {
        Snapshot known = snapshots.getIfPresent(projectId);
        return known == null ? null : known.timeline();
    }
}
