package park.pipeline.projections.rebuild;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.ViewTable;

/**
 * Compares tables row by row. The live rows are read within the caller's snapshot; the rebuilt ones, which nobody else
 * writes, outside of it, since some of them are younger than the snapshot.
 */
final class TableComparison {
    private final TableRows reader;
    private final TransactionOperations outside;
    private final LongConsumer compared;
    private final List<Difference> differences = new ArrayList<>();
    private long differing;
    private long rows;

    /** @param compared is told how many live rows have been compared so far */
    TableComparison(TableRows reader, TransactionOperations outside, LongConsumer compared) {
        this.reader = reader;
        this.outside = outside;
        this.compared = compared;
    }

    void compare(ViewTable table, Generation live) {
        Generation rebuilt = live.other();
        @Nullable Object after = null;
        List<TableRow> page = reader.page(table, live, null);
        while (!page.isEmpty()) {
            Object from = after;
            Object upTo = page.getLast().lead();
            compare(table, page, outside(() -> reader.range(table, rebuilt, from, upTo)));
            rows += page.size();
            compared.accept(rows);
            after = upTo;
            page = reader.page(table, live, after);
        }
        behind(table, rebuilt, after);
    }

    /** What follows from the log behind the last live row is missing there. */
    private void behind(ViewTable table, Generation rebuilt, @Nullable Object last) {
        @Nullable Object after = last;
        while (true) {
            Object from = after;
            List<TableRow> missing = outside(() -> reader.page(table, rebuilt, from));
            if (missing.isEmpty()) {
                return;
            }
            compare(table, List.of(), missing);
            after = missing.getLast().lead();
        }
    }

    private void compare(ViewTable table, List<TableRow> live, List<TableRow> rebuilt) {
        Map<SortedMap<String, @Nullable String>, TableRow> expected = new HashMap<>();
        rebuilt.forEach(row -> expected.put(row.key(table), row));
        for (TableRow row : live) {
            TableRow right = expected.remove(row.key(table));
            if (right == null) {
                add(new Difference(table.name(), row.key(table), row.values(), null));
            } else if (!right.values().equals(row.values())) {
                add(new Difference(table.name(), row.key(table), row.unlike(right), right.unlike(row)));
            }
        }
        expected.values().forEach(row -> add(new Difference(table.name(), row.key(table), null, row.values())));
    }

    private void add(Difference difference) {
        differing++;
        if (differences.size() < Comparison.KEPT) {
            differences.add(difference);
        }
    }

    Comparison at(long position) {
        return new Comparison(position, rows, differing, differences);
    }

    private <T> T outside(Supplier<T> read) {
        T result = outside.execute(status -> read.get());
        if (result == null) {
            throw new IllegalStateException("A read gave nothing");
        }
        return result;
    }
}
