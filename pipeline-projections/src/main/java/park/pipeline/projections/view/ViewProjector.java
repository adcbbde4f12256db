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
    /** Watches the batches as they are taken in. */
    public interface Watch {
        /** @return what is to be done when the batch has committed; it may fail before that */
        Runnable taking(String view, List<Commit> commits);
    }

    private final View view;
    private final ViewPositions positions;
    private final Feed feed;
    private final Watch watch;

    public ViewProjector(View view, JdbcTemplate jdbc, LogReader reader, ViewPositions positions, Watch watch) {
        this.view = view;
        this.positions = positions;
        this.feed = new Feed(view, jdbc, reader);
        this.watch = watch;
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
            batch.onPrepareCommit(work -> {
                Runnable taken = watch.taking(view.name(), commits);
                takeOrStop(commits);
                batch.afterCommit(committed -> taken.run());
            });
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
            positions.stops().recovered(view.name());
        } catch (RuntimeException e) {
            positions
                    .stops()
                    .stopped(
                            view.name(),
                            commits.getFirst().position(),
                            commits.getLast().position(),
                            e);
            positions.moved();
            throw e;
        }
    }
}
