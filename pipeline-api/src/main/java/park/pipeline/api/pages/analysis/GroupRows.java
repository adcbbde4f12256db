package park.pipeline.api.pages.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import park.pipeline.projections.stage.Conversion;
import park.pipeline.projections.stage.DurationRow;

/**
 * Groups of projects, those with the most first.
 *
 * @param leftOut how many smaller ones there are that are not shown
 */
public record GroupRows(List<GroupRow> shown, int leftOut) {
    /** Teams are free text: there may be many. */
    private static final int LARGEST = 40;

    /** A group that has none in the cohort has its days all the same: those are of all its projects. */
    static GroupRows of(
            SortedMap<String, Conversion> conversions,
            SortedMap<String, DurationRow> days,
            boolean all,
            Function<String, String> name) {
        TreeSet<String> codes = new TreeSet<>(conversions.keySet());
        codes.addAll(days.keySet());
        List<GroupRow> rows = new ArrayList<>();
        codes.forEach(code -> rows.add(
                new GroupRow(code, name.apply(code), conversions.getOrDefault(code, Conversion.NONE), days.get(code))));
        rows.sort(Comparator.comparingLong((GroupRow row) -> row.conversion().cohort())
                .reversed());
        int shown = all ? rows.size() : Math.min(LARGEST, rows.size());
        return new GroupRows(List.copyOf(rows.subList(0, shown)), rows.size() - shown);
    }
}
