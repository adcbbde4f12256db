package park.pipeline.projections.view;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.project.Timeline;

/** What was known of a project at an instant, folded from its events in the log: for answers that show few projects. */
public final class KnownTimelines {
    private final LogReader log;

    public KnownTimelines(LogReader log) {
        this.log = log;
    }

    /**
     * The timeline as it was known.
     *
     * @param upToPosition events behind it are left out: the position of the view that the answer is taken from
     * @param knownAt the instant, what was recorded at it included; null takes all up to the position
     * @return empty where nothing was known yet
     */
    public Timeline of(UUID projectId, long upToPosition, @Nullable Instant knownAt) {
        Timeline timeline = Timeline.EMPTY;
        for (LoggedEvent event : log.streams().of(projectId, 1, upToPosition)) {
            if (knownAt == null || !event.recorded().recordedAt().isAfter(knownAt)) {
                timeline = timeline.after(event.recorded());
            }
        }
        return timeline;
    }
}
