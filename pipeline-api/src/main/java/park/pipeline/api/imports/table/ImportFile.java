package park.pipeline.api.imports.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A table that can be read to its end: encoding, quotes and heading are in order. What its rows say is still open. */
public final class ImportFile {
    /** The most rows of one import, blank ones not counted. */
    public static final int MOST_ROWS = 200_000;

    private final byte[] bytes;
    private final Encoding encoding;
    private final int rowCount;

    private ImportFile(byte[] bytes, Encoding encoding, int rowCount) {
        this.bytes = bytes;
        this.encoding = encoding;
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
        Encoding encoding = Encoding.of(bytes);
        int rows = 0;
        for (Iterator<Row> all = new Rows(bytes, encoding); all.hasNext(); all.next()) {
            if (++rows > MOST_ROWS) {
                throw FileProblems.tooLarge();
            }
        }
        return new ImportFile(bytes, encoding, rows);
    }

    /** How many rows there are beside the heading and blank ones. */
    public int rowCount() {
        return rowCount;
    }

    /** How much memory the file takes, in bytes. */
    public int size() {
        return bytes.length;
    }

    /** The rows in their order, read one by one. */
    public Iterator<Row> rows() {
        return new Rows(bytes, encoding);
    }

    private static final class Rows implements Iterator<Row> {
        private final Iterator<CsvRecord> records;
        private final Heading heading;
        private int number;
        private @Nullable Row next;

        Rows(byte[] bytes, Encoding encoding) {
            // Blank lines are kept so that rows have the numbers that a spreadsheet shows.
            records = CsvReader.builder()
                    .skipEmptyLines(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(encoding.reader(bytes))
                    .iterator();
            CsvRecord first = read();
            if (first == null) {
                throw FileProblems.unreadable();
            }
            heading = Heading.of(first.getFields());
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
            CsvRecord record;
            while ((record = read()) != null) {
                Row row = heading.row(number, record.getFields());
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        }

        private @Nullable CsvRecord read() {
            number++;
            try {
                return records.hasNext() ? records.next() : null;
            } catch (CsvParseException | UncheckedIOException e) {
                throw FileProblems.unreadableAt(number);
            }
        }
    }
}
