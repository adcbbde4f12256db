package park.pipeline.api.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The system's clock, but for the time in which the demo is written: then it shows when each thing became known. */
final class DemoClock extends Clock {
    private final Clock system = Clock.systemUTC();
    private volatile @Nullable Instant shown;

    /** Shows this instant until {@link #run()}. */
    void stopAt(Instant instant) {
        shown = instant;
    }

    /** Runs with the system's clock. */
    void run() {
        shown = null;
    }

    @Override
    public Instant instant() {
        Instant stopped = shown;
        return stopped == null ? system.instant() : stopped;
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    /** Only the instants are ours to stop; in another zone they are the same. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new Clock() {
            @Override
            public Instant instant() {
                return DemoClock.this.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return DemoClock.this.withZone(other);
            }
        };
    }
}
