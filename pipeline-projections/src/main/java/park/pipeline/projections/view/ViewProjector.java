package park.pipeline.projections.view;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.Commit;
import park.pipeline.core.log.LogReader;

/**
 * Feeds one view's live generation: gathers the commits of a batch and hands them over as steps just before the batch
 * commits, so that rows, position and Axon's token are one transaction.
 */
public final class ViewProjector {
    private final View view;
    private final ViewPositions positions;
    private final Feed feed;

    public ViewProjector(View view, JdbcTemplate jdbc, LogReader reader, ViewPositions positions) {
        this.view = view;
        this.positions = positions;
        this.feed = new Feed(view, jdbc, reader);
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
     * Takes in commits that follow one another in the log, within the caller's transaction; what the view holds already is
     * passed over. The position comes first: its row is locked until the batch commits, and no switch of generations can
     * come in between.
     */
    public void take(List<Commit> commits) {
        positions.store(view.name(), commits.getLast());
        feed.take(commits, positions.live(view.name()));
    }

    private void takeOrStop(List<Commit> commits) {
        try {
            take(commits);
            positions.recovered(view.name());
        } catch (RuntimeException e) {
            positions.stopped(
                    view.name(),
                    commits.getFirst().position(),
                    commits.getLast().position(),
                    e);
            throw e;
        }
    }
}
