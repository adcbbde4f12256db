package park.pipeline.projections.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.project.Timeline;

/**
 * The timelines that one view's next events will need. Only a shortcut: what is not there, or is there at another
 * version after a roll-back, is folded from the log.
 */
final class Timelines {
    private static final int KEPT = 5_000;
    /** Of so many projects are all events in memory at a time: some have thousands. */
    private static final int AT_ONCE = 50;

    private final LogReader reader;
    private final Cache<UUID, Timeline> recent =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Timelines(LogReader reader) {
        this.reader = reader;
    }

    /**
     * The timelines of projects, each at exactly this version.
     *
     * @param upToPosition what is behind it is not read, and of none of these versions
     * @throws IllegalStateException if the log has less: somebody has changed the one or the other by hand
     */
    Map<UUID, Timeline> at(Map<UUID, Long> versions, long upToPosition) {
        Map<UUID, Timeline> found = new HashMap<>();
        List<UUID> missing = new ArrayList<>();
        versions.forEach((project, version) -> {
            Timeline known = version == 0 ? Timeline.EMPTY : recent.getIfPresent(project);
            if (known != null && known.version() == version) {
                found.put(project, known);
            } else {
                missing.add(project);
            }
        });
        for (int first = 0; first < missing.size(); first += AT_ONCE) {
            List<UUID> some = missing.subList(first, Math.min(missing.size(), first + AT_ONCE));
            found.putAll(folded(some, versions, upToPosition));
        }
        return found;
    }

    void keep(UUID projectId, Timeline timeline) {
        recent.put(projectId, timeline);
    }

    private Map<UUID, Timeline> folded(List<UUID> projects, Map<UUID, Long> versions, long upToPosition) {
        Map<UUID, Timeline> timelines = new HashMap<>();
        for (LoggedEvent event : reader.streams().of(projects, upToPosition)) {
            UUID project = event.projectId();
            if (event.recorded().sequence() <= versions.getOrDefault(project, 0L)) {
                timelines.put(
                        project, timelines.getOrDefault(project, Timeline.EMPTY).after(event.recorded()));
            }
        }
        for (UUID project : projects) {
            long found = timelines.getOrDefault(project, Timeline.EMPTY).version();
            if (found != versions.getOrDefault(project, 0L)) {
                throw new IllegalStateException("The view has taken in " + versions.get(project) + " events of project "
                        + project + ", and the log has " + found);
            }
        }
        return timelines;
    }
}
