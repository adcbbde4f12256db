package park.pipeline.projections.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.Commit;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.project.Timeline;

/**
 * Feeds one view: gathers the commits of a batch and hands them over as steps just before the batch commits, so that
 * rows, position and Axon's token are one transaction.
 */
public final class ViewProjector {
    private final View view;
    private final ViewPositions positions;
    private final RowVersions versions;
    private final Timelines timelines;

    public ViewProjector(View view, JdbcTemplate jdbc, LogReader reader, ViewPositions positions) {
        this.view = view;
        this.positions = positions;
        this.versions = new RowVersions(jdbc, view);
        this.timelines = new Timelines(reader);
    }

    public String viewName() {
        return view.name();
    }

    /** Called by Axon for each commit; the work is done once for the whole batch. */
    @EventHandler
    public void on(Commit commit) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        List<Commit> gathered = batch.getOrComputeResource(view.name(), name -> {
            List<Commit> commits = new ArrayList<>();
            batch.onPrepareCommit(work -> takeOrStop(commits));
            batch.afterCommit(work -> positions.moved());
            return commits;
        });
        gathered.add(commit);
    }

    /**
     * Takes in commits that follow one another in the log, within the caller's transaction. What was taken in before is
     * passed over.
     *
     * @throws IllegalStateException if an event is missing in between: a view with a hole would show a wrong number
     */
    public void take(List<Commit> commits) {
        Map<UUID, Long> from = new HashMap<>();
        Map<UUID, Timeline> reached = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (Commit commit : commits) {
            UUID project = commit.projectId();
            from.computeIfAbsent(project, versions::of);
            for (LoggedEvent event : commit.events()) {
                Timeline before = reached.computeIfAbsent(project, p -> timelines.at(p, from.getOrDefault(p, 0L)));
                if (event.recorded().sequence() > before.version()) {
                    Timeline after = after(event, before);
                    steps.add(new Step(event, before, after));
                    reached.put(project, after);
                }
            }
        }
        Map<UUID, Long> to = new HashMap<>();
        reached.forEach((project, timeline) -> to.put(project, timeline.version()));
        versions.move(from, to);
        if (!steps.isEmpty()) {
            view.apply(steps);
        }
        positions.store(view.name(), commits.getLast());
        reached.forEach(timelines::keep);
    }

    private Timeline after(LoggedEvent event, Timeline before) {
        try {
            return before.after(event.recorded());
        } catch (RuntimeException e) {
            throw new IllegalStateException("View " + view.name() + " cannot take position " + event.position(), e);
        }
    }

    private void takeOrStop(List<Commit> commits) {
        try {
            take(commits);
            positions.recovered(view.name());
        } catch (RuntimeException e) {
            positions.stopped(view.name(), commits.getFirst().position(), e);
            throw e;
        }
    }
}
