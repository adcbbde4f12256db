package park.pipeline.api.transfer;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One table of one database: its rows as maps that are the same whatever the database. */
final class StoredTable {
    private static final int AT_ONCE = 1_000;

    /** How a column is read and written. */
    private enum Form {
        NUMBER,
        TRUTH,
        TEXT,
        DAY,
        BYTES,
        ID,
        DECIMAL
    }

    private record Column(String name, Form form, boolean counted) {}

    /** Takes rows one after the other; a row's columns are in the order of their names. */
    interface Rows {
        void row(Map<String, @Nullable Object> row) throws SQLException;
    }

    private final Connection connection;
    private final String name;
    private final List<Column> columns;

    StoredTable(Connection connection, String name) throws SQLException {
        this.connection = connection;
        this.name = name;
        this.columns = columns(connection, name);
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        List<Column> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            ResultSetMetaData about = none.getMetaData();
            for (int i = 1; i <= about.getColumnCount(); i++) {
                found.add(new Column(
                        about.getColumnName(i).toLowerCase(Locale.ROOT), form(about, i), about.isAutoIncrement(i)));
            }
        }
        found.sort(Comparator.comparing(Column::name));
        return found;
    }

    private static Form form(ResultSetMetaData about, int column) throws SQLException {
        if (about.getColumnTypeName(column).equalsIgnoreCase("uuid")) {
            return Form.ID;
        }
        return switch (about.getColumnType(column)) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> Form.NUMBER;
            case Types.BOOLEAN, Types.BIT -> Form.TRUTH;
            case Types.DATE -> Form.DAY;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> Form.BYTES;
            case Types.NUMERIC, Types.DECIMAL -> Form.DECIMAL;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> Form.TEXT;
            default ->
                throw new IllegalStateException(about.getColumnName(column) + " is " + about.getColumnTypeName(column));
        };
    }

    /** Reads all rows, in no order that one may rely on; a part at a time where the transaction is not closed by itself. */
    void read(Rows rows) throws SQLException {
        try (Statement select = connection.createStatement()) {
            select.setFetchSize(AT_ONCE);
            try (ResultSet found = select.executeQuery("select " + names() + " from " + name)) {
                while (found.next()) {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    for (int i = 0; i < columns.size(); i++) {
                        row.put(
                                columns.get(i).name(),
                                value(found, i + 1, columns.get(i).form()));
                    }
                    rows.row(row);
                }
            }
        }
    }

    private static @Nullable Object value(ResultSet row, int index, Form form) throws SQLException {
        Object value = switch (form) {
            case NUMBER -> row.getLong(index);
            case TRUTH -> row.getBoolean(index);
            case TEXT -> row.getString(index);
            case DAY -> text(row.getDate(index));
            case BYTES -> base64(row.getBytes(index));
            case ID -> text(row.getObject(index));
            case DECIMAL -> text(row.getBigDecimal(index));
        };
        return row.wasNull() ? null : value;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    boolean isEmpty() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 1 from " + name + " limit 1")) {
            return !row.next();
        }
    }

    /** Empties it of what a new store begins with. */
    void clear() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from " + name);
        }
    }

    /** Adds rows as {@link #read} gave them. */
    final class Adding implements AutoCloseable {
        private final PreparedStatement insert;
        private int waiting;

        Adding() throws SQLException {
            insert = connection.prepareStatement("insert into " + name + " (" + names() + ") "
                    + (columns.stream().anyMatch(Column::counted) ? "overriding system value " : "") + "values ("
                    + columns.stream().map(c -> "?").collect(Collectors.joining(", ")) + ")");
        }

        /** @throws IllegalArgumentException if the row is not one of this table */
        void add(Map<String, @Nullable Object> row) throws SQLException {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(name + " has not the columns " + row.keySet());
            }
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                if (!row.containsKey(column.name())) {
                    throw new IllegalArgumentException(name + " has not the columns " + row.keySet());
                }
                set(i + 1, column.form(), row.get(column.name()));
            }
            insert.addBatch();
            if (++waiting == AT_ONCE) {
                flush();
            }
        }

        private void set(int index, Form form, @Nullable Object value) throws SQLException {
            if (value == null) {
                insert.setObject(index, null);
                return;
            }
            switch (form) {
                case NUMBER -> insert.setLong(index, ((Number) value).longValue());
                case TRUTH -> insert.setBoolean(index, (Boolean) value);
                case TEXT -> insert.setString(index, value.toString());
                case DAY -> insert.setDate(index, Date.valueOf(value.toString()));
                case BYTES -> insert.setBytes(index, Base64.getDecoder().decode(value.toString()));
                case ID -> insert.setObject(index, UUID.fromString(value.toString()));
                case DECIMAL -> insert.setBigDecimal(index, new BigDecimal(value.toString()));
            }
        }

        void flush() throws SQLException {
            if (waiting > 0) {
                insert.executeBatch();
                waiting = 0;
            }
        }

        @Override
        public void close() throws SQLException {
            insert.close();
        }
    }

    /** Has the database count on behind the numbers that came along. Some end the transaction by that. */
    void countOn() throws SQLException {
        for (Column column : columns) {
            if (column.counted()) {
                try (Statement statement = connection.createStatement();
                        ResultSet row =
                                statement.executeQuery("select coalesce(max(" + column.name() + "), 0) from " + name)) {
                    row.next();
                    long next = row.getLong(1) + 1;
                    statement.executeUpdate(
                            "alter table " + name + " alter column " + column.name() + " restart with " + next);
                }
            }
        }
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
