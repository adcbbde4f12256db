package park.pipeline.projections.rebuild;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.ViewTable;

/** The rows of a view's tables, read and deleted in the order of the leading column: so many at a time, never all at once. */
final class TableRows {
    private static final int PAGE = 2_000;
    private static final int DELETED_AT_ONCE = 5_000;

    private final JdbcTemplate jdbc;

    TableRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    long count(ViewTable table, Generation generation) {
        Long count = jdbc.queryForObject("select count(*) from " + generation.table(table.name()), Long.class);
        return count == null ? 0 : count;
    }

    /** The next rows behind a value of the leading column; all rows of one such value are on one page. */
    List<TableRow> page(ViewTable table, Generation generation, @Nullable Object after) {
        return page(table, generation, after, PAGE);
    }

    private List<TableRow> page(ViewTable table, Generation generation, @Nullable Object after, int limit) {
        String lead = table.key().getFirst();
        List<TableRow> rows = query(
                table,
                "select * from " + generation.table(table.name()) + (after == null ? "" : " where " + lead + " > ?")
                        + " order by " + lead + " limit " + limit,
                after == null ? List.of() : List.of(after));
        if (rows.size() < limit) {
            return rows;
        }
        Object last = rows.getLast().lead();
        if (rows.getFirst().lead().equals(last)) {
            return page(table, generation, after, 2 * limit);
        }
        return rows.stream().filter(row -> !row.lead().equals(last)).toList();
    }

    /** All rows behind one value of the leading column up to another. */
    List<TableRow> range(ViewTable table, Generation generation, @Nullable Object after, Object upTo) {
        String lead = table.key().getFirst();
        List<Object> arguments = new ArrayList<>();
        if (after != null) {
            arguments.add(after);
        }
        arguments.add(upTo);
        return query(
                table,
                "select * from " + generation.table(table.name()) + " where "
                        + (after == null ? "" : lead + " > ? and ") + lead + " <= ?",
                arguments);
    }

    /** Deletes the first of a table's rows, and says whether there are more. */
    boolean deleteSome(ViewTable table, Generation generation) {
        String name = generation.table(table.name());
        String lead = table.key().getFirst();
        // In two steps: H2 2.4.240 fails on a delete whose condition selects from the same table with a limit.
        List<Object> upTo = jdbc.queryForList(
                "select " + lead + " from " + name + " order by " + lead + " limit 1 offset " + DELETED_AT_ONCE,
                Object.class);
        if (upTo.isEmpty()) {
            jdbc.update("delete from " + name);
            return false;
        }
        jdbc.update("delete from " + name + " where " + lead + " <= ?", upTo.getFirst());
        return true;
    }

    private List<TableRow> query(ViewTable table, String sql, List<Object> arguments) {
        return jdbc.query(sql, (row, i) -> TableRow.of(row, table), arguments.toArray());
    }
}
