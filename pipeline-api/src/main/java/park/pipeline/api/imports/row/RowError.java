package park.pipeline.api.imports.row;

import java.util.Map;

/**
 * One thing wrong with one row.
 *
 * @param row the row's number in the file; the heading is 1
 * @param column the code of the column; {@code #23} for a cell under no heading
 * @param code the stable code of the contract, such as {@code no-date}
 * @param values what the sentence needs
 */
public record RowError(int row, String column, String code, Map<String, Object> values) {
    public RowError {
        values = Map.copyOf(values);
    }
}
