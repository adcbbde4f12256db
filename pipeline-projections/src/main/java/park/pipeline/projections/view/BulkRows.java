package park.pipeline.projections.view;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows that are gathered in memory, and then written in bulk: by {@code COPY} on PostgreSQL, else in one batch a table. */
public final class BulkRows implements Rows {
    private record Bulk(String columns, List<@Nullable Object[]> rows) {}

    private final Map<String, Bulk> tables = new LinkedHashMap<>();

    @Override
    public void add(String table, String columns, @Nullable Object... values) {
        tables.computeIfAbsent(table, t -> new Bulk(columns, new ArrayList<>()))
                .rows()
                .add(values);
    }

    /** Writes them all, within the caller's transaction. */
    public void write(JdbcTemplate jdbc, Generation generation) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            boolean copied = connection.isWrapperFor(PGConnection.class);
            for (Map.Entry<String, Bulk> table : tables.entrySet()) {
                String name = generation.table(table.getKey());
                if (copied) {
                    copy(connection.unwrap(PGConnection.class), name, table.getValue());
                } else {
                    insert(connection, name, table.getValue());
                }
            }
            return true;
        });
    }

    private static void insert(Connection connection, String name, Bulk bulk) throws SQLException {
        String places = ", ?".repeat(bulk.rows().getFirst().length).substring(2);
        try (var insert = connection.prepareStatement(
                "insert into " + name + " (" + bulk.columns() + ") values (" + places + ")")) {
            for (@Nullable Object[] row : bulk.rows()) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void copy(PGConnection connection, String name, Bulk bulk) throws SQLException {
        StringBuilder lines = new StringBuilder();
        for (@Nullable Object[] row : bulk.rows()) {
            for (int i = 0; i < row.length; i++) {
                lines.append(i == 0 ? "" : "\t");
                append(row[i], lines);
            }
            lines.append('\n');
        }
        try {
            connection
                    .getCopyAPI()
                    .copyIn(
                            "copy " + name + " (" + bulk.columns() + ") from stdin",
                            // bytes, not characters: the driver would cut those of two halves at the edges of its pages
                            new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory could not be read", e);
        }
    }

    /** As the text format of COPY has it. */
    private static void append(@Nullable Object value, StringBuilder lines) {
        if (value == null) {
            lines.append("\\N");
        } else if (value instanceof byte[] bytes) {
            lines.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        } else if (value instanceof Number) {
            lines.append(value);
        } else if (value instanceof LocalDate day) {
            // Java puts a plus before a year of five digits
            lines.append(day.getYear() > 9999 ? day.toString().substring(1) : day.toString());
        } else {
            escape(value.toString(), lines);
        }
    }

    /** Most texts have nothing to escape, and are taken over as they are. */
    private static void escape(String text, StringBuilder lines) {
        int taken = 0;
        for (int i = 0; i < text.length(); i++) {
            String escaped = escaped(text.charAt(i));
            if (escaped != null) {
                lines.append(text, taken, i).append(escaped);
                taken = i + 1;
            }
        }
        lines.append(text, taken, text.length());
    }

    private static @Nullable String escaped(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> null;
        };
    }
}
