package park.pipeline.projections.funnel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.log.Micros;

/**
 * What was recorded between two instants, whichever comes first: after the one, up to and with the other.
 *
 * @param later null where it is the present, and so takes in all that there is
 * @param backwards whether the first of the two instants is the later one: all then counts with the other sign
 */
record Between(Instant earlier, @Nullable Instant later, boolean backwards) {
    static Between of(Instant first, @Nullable Instant second) {
        return second != null && first.isAfter(second)
                ? new Between(second, first, true)
                : new Between(first, second, false);
    }

    long after() {
        return Micros.of(earlier);
    }

    long upTo() {
        return later == null ? Long.MAX_VALUE : Micros.of(later);
    }
}
