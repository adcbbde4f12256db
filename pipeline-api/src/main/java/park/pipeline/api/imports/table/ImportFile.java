package park.pipeline.api.imports.table;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A table, text with commas or an Excel workbook, that can be read to its end. What its rows say is still open. */
public final class ImportFile {
    /** The most rows of one import, blank ones not counted. */
    public static final int MOST_ROWS = 200_000;

    private final int size;
    private final Supplier<Iterator<Line>> table;
    private final int rowCount;

    private ImportFile(int size, Supplier<Iterator<Line>> table, int rowCount) {
        this.size = size;
        this.table = table;
        this.rowCount = rowCount;
    }

    /**
     * Goes through the whole file once, so that one that breaks off is refused before anything of it is taken.
     *
     * @param bytes kept, not copied
     * @throws park.pipeline.api.problem.ProblemException 422 {@code unreadable-file}, {@code missing-column},
     *     {@code unknown-column}; 413 {@code too-large}
     */
    public static ImportFile of(byte[] bytes) {
        Supplier<Iterator<Line>> table = table(bytes);
        int rows = 0;
        for (Iterator<Row> all = new Rows(table.get()); all.hasNext(); all.next()) {
            if (++rows > MOST_ROWS) {
                throw FileProblems.tooLarge();
            }
        }
        return new ImportFile(bytes.length, table, rows);
    }

    private static Supplier<Iterator<Line>> table(byte[] bytes) {
        if (WorkbookLines.isOne(bytes)) {
            WorkbookLines.refuseBomb(bytes);
            return () -> new WorkbookLines(bytes);
        }
        Encoding encoding = Encoding.of(bytes);
        return () -> new CsvLines(bytes, encoding);
    }

    /** How many rows there are beside the heading and blank ones. */
    public int rowCount() {
        return rowCount;
    }

    /** How much memory the file takes, in bytes. */
    public int size() {
        return size;
    }

    /** The rows in their order, read one by one. */
    public Iterator<Row> rows() {
        return new Rows(table.get());
    }

    private static final class Rows implements Iterator<Row> {
        private final Iterator<Line> lines;
        private final Heading heading;
        private @Nullable Row next;

        Rows(Iterator<Line> lines) {
            this.lines = lines;
            Line first = lines.hasNext() ? lines.next() : null;
            if (first == null || first.number() != 1) {
                throw FileProblems.unreadable();
            }
            heading = Heading.of(first.cells());
            next = nextWithText();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Row next() {
            Row row = next;
            if (row == null) {
                throw new NoSuchElementException();
            }
            next = nextWithText();
            return row;
        }

        private @Nullable Row nextWithText() {
            while (lines.hasNext()) {
                Line line = lines.next();
                Row row = heading.row(line.number(), line.cells());
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        }
    }
}
