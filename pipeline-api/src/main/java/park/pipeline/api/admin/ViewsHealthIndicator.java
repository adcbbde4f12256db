package park.pipeline.api.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LogUnavailable;

/**
 * Health of the views, under {@code views}: DOWN while one has stopped; OUT_OF_SERVICE until all have once come to where
 * the log was at start. A view that is behind under load is not ill: its lag is shown.
 */
@Component("views")
class ViewsHealthIndicator implements HealthIndicator {
    private final ViewStates states;
    private final long headAtStart;
    private final AtomicLong reached = new AtomicLong(-1);

    ViewsHealthIndicator(ViewStates states, LogReader log) {
        this.states = states;
        this.headAtStart = log.head();
    }

    @Override
    public Health health() {
        try {
            return health(states.all());
        } catch (DataAccessException | LogUnavailable e) {
            return Health.down()
                    .withDetail("cause", "The database does not answer")
                    .build();
        }
    }

    private Health health(List<ViewState> views) {
        Map<String, Object> details = new LinkedHashMap<>();
        boolean stopped = false;
        long slowest = Long.MAX_VALUE;
        for (ViewState view : views) {
            stopped |= view.state() == ViewState.State.STOPPED;
            slowest = Math.min(slowest, view.position());
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("state", view.state());
            detail.put("position", view.position());
            detail.put("lagEvents", view.lagEvents());
            detail.put("lagMs", view.lagMs());
            if (view.cause() != null) {
                detail.put("cause", view.cause());
            }
            details.put(view.name(), detail);
        }
        reached.accumulateAndGet(slowest, Math::max);
        Health.Builder health =
                stopped ? Health.down() : reached.get() < headAtStart ? Health.outOfService() : Health.up();
        return health.withDetails(details).build();
    }
}
