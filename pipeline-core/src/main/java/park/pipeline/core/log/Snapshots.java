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
     * Compares what is remembered with events that were just read, and remembers them too.
     *
     * @param version that the reader began with
     * @param events from the last one on that this version holds; from the first one where it is 0
     * @param knownAt a place in the log up to which everything was read
     * @return whether the log is known to hold what the reader began with; if it does not, all is forgotten: a database that was
     *     restored under a running node may lack more than this
     */
    boolean carryOn(UUID projectId, long version, List<LoggedEvent> events, long knownAt) {
        Snapshot known = of(projectId);
        if (version != (known == null ? 0 : known.version())) {
            return version == 0; // one that was forgotten meanwhile cannot be compared
        }
        if (known != null && !holds(events, known)) {
            forget();
            return false;
        }
        List<Recorded> facts = events.stream().map(LoggedEvent::recorded).toList();
        remember(projectId, known, known == null ? facts : facts.subList(1, facts.size()), knownAt);
        return true;
    }

    private static boolean holds(List<LoggedEvent> events, Snapshot known) {
        return !events.isEmpty() && events.getFirst().recorded().eventId().equals(known.lastEvent());
    }

    /** Remembers what was stored behind what is remembered; where that is something else, it stays as it is. */
    void appended(UUID projectId, List<Recorded> events, long position) {
        Snapshot known = of(projectId);
        long version = known == null ? 0 : known.version();
        if (events.getFirst().sequence() == version + 1) {
            remember(projectId, known, events, position);
        }
    }

    private void remember(UUID projectId, @Nullable Snapshot known, List<Recorded> behind, long knownAt) {
        Timeline timeline = known == null ? Timeline.EMPTY : known.timeline();
        UUID last = known == null ? null : known.lastEvent();
        for (Recorded event : behind) {
            timeline = timeline.after(event);
            last = event.eventId();
        }
        if (last != null) {
            snapshots.put(projectId, new Snapshot(timeline, last, knownAt));
        }
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
