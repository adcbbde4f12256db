package park.pipeline.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows, column by column, as arrays of PostgreSQL: any number of them is one statement. */
final class ArrayColumns {
    /** What a column holds. The driver sends arrays of these classes in binary form; it has none for ids, which go as texts. */
    enum Type {
        TEXT("text", new String[0]),
        BIGINT("int8", new Long[0]),
        INTEGER("int4", new Integer[0]),
        BYTES("bytea", new byte[0][]);

        private final String name;
        private final Object[] none;

        Type(String name, Object[] none) {
            this.name = name;
            this.none = none;
        }
    }

    private final Type[] types;
    private final List<List<@Nullable Object>> values = new ArrayList<>();

    ArrayColumns(Type... types) {
        this.types = types;
        for (int i = 0; i < types.length; i++) {
            values.add(new ArrayList<>());
        }
    }

    /** Adds a row; of the types' classes, or an id as {@link Type#TEXT}. */
    void add(@Nullable Object... row) {
        for (int i = 0; i < row.length; i++) {
            values.get(i).add(row[i] instanceof UUID id ? id.toString() : row[i]);
        }
    }

    /**
     * Sets the columns as arguments of a statement, from this place on.
     *
     * @return the place behind them
     */
    int set(Connection connection, PreparedStatement statement, int first) throws SQLException {
        for (int i = 0; i < types.length; i++) {
            Object[] column = values.get(i).toArray(types[i].none);
            statement.setArray(first + i, connection.createArrayOf(types[i].name, column));
        }
        return first + types.length;
    }
}
