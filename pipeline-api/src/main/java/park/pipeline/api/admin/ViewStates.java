package park.pipeline.api.admin;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import park.pipeline.core.log.LogReader;
import park.pipeline.projections.view.ViewPositions;
import park.pipeline.projections.view.ViewStops;

/** How the views are doing, for the administrator, for metrics and for health. */
@Component
public class ViewStates {
    private static final int ONE_SEGMENT = 1;

    private final ViewPositions positions;
    private final LogReader log;
    private final Clock clock;

    ViewStates(ViewPositions positions, LogReader log, Clock clock, MeterRegistry meters) {
        this.positions = positions;
        this.log = log;
        this.clock = clock;
        for (String view : positions.names()) {
            Gauge.builder("pipeline.view.position", () -> of(view).position())
                    .description("Position of the last event that the view has taken in")
                    .tag("view", view)
                    .register(meters);
            Gauge.builder("pipeline.view.stopped", () -> positions.stops().of(view) == null ? 0 : 1)
                    .description(
                            "1 while the view stands still at an event that it cannot take in; none is ever passed over")
                    .tag("view", view)
                    .register(meters);
            Gauge.builder("pipeline.view.lag.events", () -> of(view).lagEvents())
                    .description("How many events the view is behind the log")
                    .tag("view", view)
                    .register(meters);
            Gauge.builder("pipeline.view.lag.ms", () -> of(view).lagMs())
                    .description("Age of the oldest event that the view has not taken in")
                    .tag("view", view)
                    .register(meters);
        }
    }

    /** All views, in the order in which they are shown. */
    public List<ViewState> all() {
        return positions.names().stream().map(this::of).toList();
    }

    ViewState of(String view) {
        // The view first: it may move on meanwhile, and must never seem to be ahead of the log.
        long position = positions.of(view);
        long head = log.head();
        ViewStops.Stop stop = positions.stops().of(view);
        return new ViewState(
                view,
                position,
                head,
                head - position,
                position < head ? ageOfNext(position) : 0,
                ONE_SEGMENT,
                stop == null ? ViewState.State.RUNNING : ViewState.State.STOPPED,
                stop == null ? null : "position " + stop.position() + ": " + stop.cause());
    }

    private long ageOfNext(long position) {
        Instant next = log.recordedAt(position + 1);
        return next == null ? 0 : Math.max(0, clock.millis() - next.toEpochMilli());
    }
}
