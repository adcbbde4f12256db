package park.pipeline.projections.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.project.Timeline;
import park.pipeline.projections.project.ProjectDetail;
import park.pipeline.projections.view.Positioned;

/** A project's events played again, one by one, from the log itself: never behind, and no view can be wrong in it. */
public final class Replay {
    private final LogReader reader;

    public Replay(LogReader reader) {
        this.reader = reader;
    }

    /**
     * The next steps. The state after the last step of all is the project as it stands.
     *
     * @param knownAt stops there, what was recorded at it included; null plays all that the log holds
     * @param afterSequence only steps behind it; 0 for the first page
     * @param limit how many steps at the most
     * @return an empty answer where no such project is known at that instant
     */
    public Positioned<Optional<ReplayPage>> of(
            UUID projectId, @Nullable Instant knownAt, long afterSequence, int limit) {
        long head = reader.head();
        List<LoggedEvent> known = reader.streams().of(projectId, 1, head).stream()
                .filter(event ->
                        knownAt == null || !event.recorded().recordedAt().isAfter(knownAt))
                .toList();
        return new Positioned<>(
                known.isEmpty() ? Optional.empty() : Optional.of(page(projectId, known, afterSequence, limit)), head);
    }

    private static ReplayPage page(UUID projectId, List<LoggedEvent> known, long afterSequence, int limit) {
        int from = (int) Math.min(afterSequence, known.size());
        int to = Math.min(from + limit, known.size());
        Timeline timeline = Timeline.EMPTY;
        for (LoggedEvent event : known.subList(0, from)) {
            timeline = timeline.after(event.recorded());
        }
        ProjectDetail before = from == 0 ? null : ProjectDetail.latest(projectId, timeline);
        List<ReplayStep> steps = new ArrayList<>();
        for (LoggedEvent event : known.subList(from, to)) {
            timeline = timeline.after(event.recorded());
            ProjectDetail after = ProjectDetail.latest(projectId, timeline);
            steps.add(ReplayStep.of(event, before, after));
            before = after;
        }
        return new ReplayPage(steps, to < known.size());
    }
}
