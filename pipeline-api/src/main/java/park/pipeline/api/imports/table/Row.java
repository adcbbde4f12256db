package park.pipeline.api.imports.table;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file, as it stands there.
 *
 * @param number its place in the file as a spreadsheet counts: the heading is 1, blank rows count too
 * @param cells what is not blank, by column
 * @param beyond the places (from 1) of cells with text under no heading
 */
public record Row(int number, Map<Column, String> cells, List<Integer> beyond) {
    public Row {
        cells = Map.copyOf(cells);
        beyond = List.copyOf(beyond);
    }

    /** The text of a cell; null where it is blank. */
    public @Nullable String cell(Column column) {
        return cells.get(column);
    }

    boolean isBlank() {
        return cells.isEmpty() && beyond.isEmpty();
    }
}
