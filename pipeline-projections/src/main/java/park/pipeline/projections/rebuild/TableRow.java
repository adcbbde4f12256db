package park.pipeline.projections.rebuild;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import park.pipeline.projections.view.ViewTable;

/**
 * Any row of any table of a view.
 *
 * @param lead the value of the column in whose order the table is gone through, as the driver gives it
 * @param values all of them, as text, by column
 */
record TableRow(Object lead, SortedMap<String, @Nullable String> values) {
    static TableRow of(ResultSet row, ViewTable table) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        SortedMap<String, @Nullable String> values = new TreeMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), text(row.getObject(i), row, i));
        }
        return new TableRow(row.getObject(table.key().getFirst()), values);
    }

    /** What is stored as bytes is JSON. */
    private static @Nullable String text(@Nullable Object value, ResultSet row, int column) throws SQLException {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : row.getString(column);
    }

    SortedMap<String, @Nullable String> key(ViewTable table) {
        SortedMap<String, @Nullable String> key = new TreeMap<>();
        table.key().forEach(column -> key.put(column, values.get(column)));
        return key;
    }

    /** The values in which another row with the same key is not like this one. */
    SortedMap<String, @Nullable String> unlike(TableRow other) {
        SortedMap<String, @Nullable String> unlike = new TreeMap<>();
        values.forEach((column, value) -> {
            if (!Objects.equals(value, other.values.get(column))) {
                unlike.put(column, value);
            }
        });
        return unlike;
    }
}
