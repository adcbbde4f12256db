package park.pipeline.core.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the log stores them: whole microseconds since 1970, UTC. */
public final class Micros {
    private static final long PER_SECOND = 1_000_000;

    private Micros() {}

    /** Whole microseconds, rounded down. */
    public static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant.truncatedTo(ChronoUnit.MICROS));
    }

    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1_000);
    }
}
