package park.pipeline.core.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Recorded;
import park.pipeline.core.project.Timeline;

/**
 * What streams add up to, as they were last read or written, so that a command need not read them. In memory only: a snapshot
 * that was stored would be a second truth beside the log, to be sealed, verified and upcast as well.
 */
final class Snapshots {
    /** All snapshots together are of this many events at the most. */
    private static final long EVENTS = 200_000;

    /** A project is more than its events. */
    private static final int OF_ITSELF = 20;

    private static final long NEVER = -1;

    /**
     * What one stream adds up to.
     *
     * @param lastEvent that it holds: where the log has another one in its place, the log has been changed
     * @param knownAt the place in the log at which the stream is known to have ended with that event
     */
    record Snapshot(Timeline timeline, UUID lastEvent, long knownAt) {
        long version() {
            return timeline.version();
        }

        /** Whether a stream that was read from its last event on begins with that one. */
        boolean isIn(List<LoggedEvent> events) {
            return !events.isEmpty() && events.getFirst().recorded().eventId().equals(lastEvent);
        }
    }

    private final Cache<UUID, Snapshot> snapshots = Caffeine.newBuilder()
            .maximumWeight(EVENTS)
            .weigher((UUID id, Snapshot snapshot) -> OF_ITSELF + (int) snapshot.version())
            .build();

    @Nullable
    Snapshot of(UUID projectId) {
        return snapshots.getIfPresent(projectId);
    }

    /**
     * Remembers what a project adds up to.
     *
     * @param known what was remembered of it; null for nothing
     * @param behind the events that follow on it
     * @param knownAt a place in the log up to which there are no others
     * @return null if there are no events at all
     */
    @Nullable
    Snapshot remember(UUID projectId, @Nullable Snapshot known, List<Recorded> behind, long knownAt) {
        Timeline timeline = known == null ? Timeline.EMPTY : known.timeline();
        UUID last = known == null ? null : known.lastEvent();
        for (Recorded event : behind) {
            timeline = timeline.after(event);
            last = event.eventId();
        }
        if (last == null) {
            return null;
        }
        Snapshot now = new Snapshot(timeline, last, knownAt);
        snapshots.put(projectId, now);
        return now;
    }

    /** Whoever comes next reads whole streams. */
    void forget() {
        snapshots.invalidateAll();
    }

    /** The next one looks at the log: it may hold more of this project than is remembered, or something else. */
    void doubt(UUID projectId) {
        Snapshot known = of(projectId);
        if (known != null) {
            snapshots.put(projectId, new Snapshot(known.timeline(), known.lastEvent(), NEVER));
        }
    }
}
