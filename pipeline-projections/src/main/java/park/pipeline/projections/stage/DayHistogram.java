package park.pipeline.projections.stage;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How often each number of days occurred; ranks are found in it exactly, in whole numbers. */
final class DayHistogram {
    private final TreeMap<Long, Long> counts = new TreeMap<>();
    private long size;

    void add(long days, long count) {
        counts.merge(days, count, Long::sum);
        size += count;
    }

    long size() {
        return size;
    }

    /** The value at position ⌈n/2⌉; null where there is none. */
    @Nullable
    Long median() {
        return nearestRank(1, 2);
    }

    /** The value at position ⌈9n/10⌉; null where there is none. */
    @Nullable
    Long p90() {
        return nearestRank(9, 10);
    }

    private @Nullable Long nearestRank(long numerator, long denominator) {
        long position = (numerator * size + denominator - 1) / denominator;
        long passed = 0;
        for (Map.Entry<Long, Long> days : counts.entrySet()) {
            passed += days.getValue();
            if (passed >= position) {
                return days.getKey();
            }
        }
        return null;
    }
}
