package park.pipeline.api.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import park.pipeline.api.audit.SealTask;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.seal.SealedTree;

/** How far the seal is behind the log. */
@Component
class SealMetrics {
    private final SealedTree tree;
    private final Clock clock;

    SealMetrics(SealedTree tree, LogReader log, SealTask task, Clock clock, MeterRegistry meters) {
        this.tree = tree;
        this.clock = clock;
        Gauge.builder("pipeline.seal.age", this::age)
                .description("Seconds since the newest checkpoint was signed; nothing is signed where nothing is new")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("pipeline.seal.lag.events", () -> Math.max(0, log.head() - tree.size()))
                .description("Events that no checkpoint holds yet")
                .register(meters);
        Gauge.builder("pipeline.seal.broken", () -> task.cause() == null ? 0 : 1)
                .description("1 while the log is not what was sealed, or nothing can be sealed")
                .register(meters);
    }

    private double age() {
        SealedTree.Stored newest = tree.newest();
        return newest == null
                ? Double.NaN
                : Duration.between(newest.recordedAt(), clock.instant()).toMillis() / 1_000.0;
    }
}
