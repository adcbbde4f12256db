package park.pipeline.api.pages.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Intervals that took about so long.
 *
 * @param from days, inclusive
 * @param to days, inclusive
 */
public record Bin(long from, long to, long count) {
    private static final int MOST = 24;
    private static final long[] WIDTHS = {1, 7, 15, 30, 60, 90, 180, 365, 730, 3_650};

    /** Bins of one width, from 0 on, as fine as few enough of them allow. */
    static List<Bin> of(SortedMap<Long, Long> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        long longest = days.lastKey();
        long width = WIDTHS[WIDTHS.length - 1];
        for (int i = WIDTHS.length - 1; i >= 0 && longest / WIDTHS[i] < MOST; i--) {
            width = WIDTHS[i];
        }
        List<Bin> bins = new ArrayList<>();
        for (long from = 0; from <= longest; from += width) {
            long count = days.subMap(from, from + width).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            bins.add(new Bin(from, from + width - 1, count));
        }
        return bins;
    }

    public String label() {
        return from == to ? Long.toString(from) : from + "–" + to;
    }
}
