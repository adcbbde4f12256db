package park.pipeline.projections.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.project.Timeline;
import park.pipeline.projections.view.KnownTimelines;
import park.pipeline.projections.view.Positioned;

/** One project on any day, as known at any instant: folded from its events in the log, so that it is never behind. */
public final class ProjectAsOf {
    private final LogReader reader;
    private final KnownTimelines timelines;

    public ProjectAsOf(LogReader reader) {
        this.reader = reader;
        this.timelines = new KnownTimelines(reader);
    }

    /**
     * The project as it stood.
     *
     * @param asOf the day, to its end
     * @param knownAt the instant, what was recorded at it included; null takes all that the log holds
     * @return an empty answer where it was not there yet, or not known yet
     */
    public Positioned<Optional<ProjectDetail>> find(UUID projectId, LocalDate asOf, @Nullable Instant knownAt) {
        long head = reader.head();
        Timeline timeline = timelines.of(projectId, head, knownAt);
        return new Positioned<>(ProjectDetail.of(projectId, timeline, asOf), head);
    }
}
