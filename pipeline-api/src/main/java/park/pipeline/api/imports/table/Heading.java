package park.pipeline.api.imports.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column stands where. */
final class Heading {
    private final List<@Nullable Column> columns;

    private Heading(List<@Nullable Column> columns) {
        this.columns = columns;
    }

    /**
     * Reads the first row. A cell without a heading is no column: spreadsheets leave such behind when a column is
     * cleared.
     *
     * @throws park.pipeline.api.problem.ProblemException if a column is missing, unknown or there twice
     */
    static Heading of(List<String> cells) {
        if (cells.stream().allMatch(String::isBlank) || cells.stream().anyMatch(Heading::isNoText)) {
            throw FileProblems.unreadable();
        }
        List<@Nullable Column> columns = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String cell : cells) {
            Column column = Column.headed(cell);
            if (column == null ? !cell.isBlank() : columns.contains(column)) {
                unknown.add(cell.strip());
            }
            columns.add(column);
        }
        List<Column> missing =
                Column.REQUIRED.stream().filter(c -> !columns.contains(c)).toList();
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw FileProblems.heading(missing, unknown);
        }
        return new Heading(columns);
    }

    Row row(int number, List<String> cells) {
        Map<Column, String> texts = new EnumMap<>(Column.class);
        List<Integer> beyond = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String text = cells.get(i).strip();
            Column column = i < columns.size() ? columns.get(i) : null;
            if (text.isEmpty()) {
                continue;
            }
            if (column == null) {
                beyond.add(i + 1);
            } else {
                texts.put(column, text);
            }
        }
        return new Row(number, texts, beyond);
    }

    /** A control character here means some other format; further down it is the trouble of one row. */
    private static boolean isNoText(String cell) {
        return cell.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\r' && c != '\n');
    }
}
