package park.pipeline.api.node;

import java.time.Duration;
import org.springframework.stereotype.Component;
import park.pipeline.api.wiring.ViewFeeding;
import park.pipeline.core.log.LogReader;
import park.pipeline.projections.view.ViewPositions;
import park.pipeline.projections.view.ViewStops;

/** Has views that stand still try again, on whatever node they are fed. */
@Component
public class StoppedViews {
    /** Until a view that was told to go on has either gone on or stopped again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ViewPositions positions;
    private final LogReader log;
    private final ViewFeeding feeding;
    private final Nodes nodes;

    StoppedViews(ViewPositions positions, LogReader log, ViewFeeding feeding, Nodes nodes) {
        this.positions = positions;
        this.log = log;
        this.feeding = feeding;
        this.nodes = nodes;
    }

    /** Has a view that was built anew go on from there: one that stood still, and one that is fed here from where it was. */
    public void goOn(String view) {
        if (positions.stops().of(view) == null) {
            feeding.restart(view);
        } else {
            resume(view);
        }
    }

    /** Returns when the view has gone on or stopped again, or after five seconds; at once where it does not stand still. */
    public void resume(String view) {
        ViewStops.Stop before = positions.stops().of(view);
        if (before == null) {
            return;
        }
        if (positions.stops().here().containsKey(view)) {
            feeding.restart(view);
        } else {
            nodes.askToResume(view);
        }
        positions.awaitAfter(before, view, log.head(), PATIENCE);
    }
}
