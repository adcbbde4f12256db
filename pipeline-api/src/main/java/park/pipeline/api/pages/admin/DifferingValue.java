package park.pipeline.api.pages.admin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One value of one row that a rebuild found to be other than the log says.
 *
 * @param key what tells the row from others, as text
 * @param column null where the whole row is on one side only
 * @param live as it stood; null for no value
 * @param rebuilt as it follows from the log; null for no value
 * @param side {@code BOTH}; or {@code LIVE} or {@code REBUILT}, where only that one has the row
 * @param isFirst whether it is the first of its row
 */
record DifferingValue(
        String table,
        String key,
        @Nullable String column,
        @Nullable String live,
        @Nullable String rebuilt,
        String side,
        boolean isFirst) {
    /** The values of rows as a report holds them ({@code table, key, live, rebuilt}). */
    static List<DifferingValue> of(List<?> differences) {
        List<DifferingValue> values = new ArrayList<>();
        for (Object difference : differences) {
            addRow((Map<?, ?>) difference, values);
        }
        return values;
    }

    private static void addRow(Map<?, ?> row, List<DifferingValue> values) {
        String table = String.valueOf(row.get("table"));
        String key = joined((Map<?, ?>) Objects.requireNonNull(row.get("key")));
        Map<?, ?> live = (Map<?, ?>) row.get("live");
        Map<?, ?> rebuilt = (Map<?, ?>) row.get("rebuilt");
        if (live == null || rebuilt == null) {
            values.add(new DifferingValue(
                    table,
                    key,
                    null,
                    live == null ? null : joined(live),
                    rebuilt == null ? null : joined(rebuilt),
                    live == null ? "REBUILT" : "LIVE",
                    true));
            return;
        }
        Set<Object> columns = new LinkedHashSet<>(live.keySet());
        columns.addAll(rebuilt.keySet());
        boolean first = true;
        for (Object column : columns) {
            values.add(new DifferingValue(
                    table, key, column.toString(), text(live.get(column)), text(rebuilt.get(column)), "BOTH", first));
            first = false;
        }
    }

    private static String joined(Map<?, ?> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + " = " + value.getValue())
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
