package park.pipeline.api.pages.projects;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** RFC 4180 in UTF-8 with its mark, as spreadsheets want it. */
final class CsvRows {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** A Chinese keyboard types them wide, and there are spreadsheets that read them as narrow ones. */
    private static final String BEGINNINGS_OF_FORMULAS = "=+-@＝＋－＠";

    private final CsvWriter out;

    CsvRows(OutputStream stream) throws IOException {
        Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        out = CsvWriter.builder().build(writer);
    }

    void add(Stream<String> fields) {
        out.writeRecord(fields.toList());
    }

    /**
     * A text that a spreadsheet would take for a formula stays a text (OWASP: CSV injection), also where blanks, tabs or
     * line ends stand before it. Whole numbers and days (ISO 8601) are left as they are; what is not known is empty.
     */
    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        if (!(value instanceof String)) {
            return text;
        }
        String visible = text.strip();
        boolean formula = !visible.isEmpty() && BEGINNINGS_OF_FORMULAS.indexOf(visible.charAt(0)) >= 0;
        return formula || text.startsWith("\t") || text.startsWith("\r") ? "'" + text : text;
    }

    /** Ends the file, and closes the stream. */
    void finish() throws IOException {
        out.close();
    }
}
