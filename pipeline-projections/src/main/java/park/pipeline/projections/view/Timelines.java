package park.pipeline.projections.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.project.Timeline;

/**
 * The timelines that one view's next events will need. Only a shortcut: what is not there, or is there at another
 * version after a roll-back, is folded from the log.
 */
final class Timelines {
    private static final int KEPT = 5_000;

    private final LogReader reader;
    private final Cache<UUID, Timeline> recent =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Timelines(LogReader reader) {
        this.reader = reader;
    }

    /**
     * The project's timeline at exactly this version.
     *
     * @throws IllegalStateException if the log has less: somebody has changed the one or the other by hand
     */
    Timeline at(UUID projectId, long version) {
        if (version == 0) {
            return Timeline.EMPTY;
        }
        @Nullable Timeline known = recent.getIfPresent(projectId);
        return known != null && known.version() == version ? known : fold(projectId, version);
    }

    void keep(UUID projectId, Timeline timeline) {
        recent.put(projectId, timeline);
    }

    private Timeline fold(UUID projectId, long version) {
        Timeline timeline = Timeline.EMPTY;
        List<LoggedEvent> events = reader.stream(projectId, 1, Long.MAX_VALUE);
        for (LoggedEvent event : events) {
            if (event.recorded().sequence() <= version) {
                timeline = timeline.after(event.recorded());
            }
        }
        if (timeline.version() != version) {
            throw new IllegalStateException("The view has taken in " + version + " events of project " + projectId
                    + ", and the log has " + timeline.version());
        }
        return timeline;
    }
}
