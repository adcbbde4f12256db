package park.pipeline.api.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import park.pipeline.core.log.LogWriter;

/** The log as it is written: events, commands a group, and how long a group takes until it is on disk. */
@Component
class LogMetrics {
    private final Counter events;
    private final Counter receipts;
    private final DistributionSummary commands;
    private final Timer groups;

    LogMetrics(LogWriter writer, MeterRegistry meters) {
        events = Counter.builder("pipeline.log.events")
                .description("Events that this process has appended")
                .register(meters);
        receipts = Counter.builder("pipeline.log.receipts")
                .description("Receipts of idempotency keys that were stored with their events")
                .register(meters);
        commands = DistributionSummary.builder("pipeline.log.group.commands")
                .description("Commands that were stored in one transaction")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        groups = Timer.builder("pipeline.log.group")
                .description("One turn of the writer: its transaction and the flush to disk")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        writer.onAppended(this::count);
    }

    private void count(LogWriter.Group group) {
        events.increment(group.events());
        receipts.increment(group.receipts());
        commands.record(group.commands());
        groups.record(group.nanos(), TimeUnit.NANOSECONDS);
    }
}
