package park.pipeline.api.pages.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Intervals that took about so long.
 *
 * @param from days, inclusive
 * @param to days, inclusive
 * @param counts how many, of each of the groups that are looked at
 */
public record Bin(long from, long to, List<Long> counts) {
    private static final int MOST = 24;
    private static final long[] WIDTHS = {1, 7, 15, 30, 60, 90, 180, 365, 730, 3_650};

    /**
     * Bins of one width, from 0 on, as fine as few enough of them allow; none where there are no intervals.
     *
     * @param groups of each how many intervals took so many days
     */
    static List<Bin> of(List<SortedMap<Long, Long>> groups) {
        long longest = groups.stream()
                .filter(days -> !days.isEmpty())
                .mapToLong(SortedMap::lastKey)
                .max()
                .orElse(-1);
        long width = width(longest);
        List<Bin> bins = new ArrayList<>();
        for (long from = 0; from <= longest; from += width) {
            long first = from;
            bins.add(new Bin(
                    from,
                    from + width - 1,
                    groups.stream().map(days -> count(days, first, width)).toList()));
        }
        return bins;
    }

    private static long width(long longest) {
        long width = WIDTHS[WIDTHS.length - 1];
        for (int i = WIDTHS.length - 1; i >= 0 && longest / WIDTHS[i] < MOST; i--) {
            width = WIDTHS[i];
        }
        return width;
    }

    private static long count(SortedMap<Long, Long> days, long from, long width) {
        return days.subMap(from, from + width).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    public String label() {
        return from == to ? Long.toString(from) : from + "–" + to;
    }
}
