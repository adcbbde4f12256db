package park.pipeline.api.imports.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.UncheckedIOException;
import java.util.Iterator;

/** The lines of a text with commas. */
final class CsvLines implements Iterator<Line> {
    private final Iterator<CsvRecord> records;
    private int number;

    CsvLines(byte[] bytes, Encoding encoding) {
        // Blank lines are kept so that rows have the numbers that a spreadsheet shows.
        records = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(encoding.reader(bytes))
                .iterator();
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException | UncheckedIOException e) {
            throw FileProblems.unreadableAt(number + 1);
        }
    }

    @Override
    public Line next() {
        number++;
        try {
            return new Line(number, records.next().getFields());
        } catch (CsvParseException | UncheckedIOException e) {
            throw FileProblems.unreadableAt(number);
        }
    }
}
