package park.pipeline.api.pages.projects;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.pages.Format;
import park.pipeline.projections.project.ProjectItem;

/** RFC 4180 in UTF-8 with its mark, as spreadsheets want it; amounts are whole yuan. */
final class CsvRows implements AutoCloseable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<ProjectColumn> columns;
    private final Format fmt;
    private final Lights words;
    private final CsvWriter out;

    CsvRows(OutputStream stream, List<ProjectColumn> columns, Format fmt, Lights words) throws IOException {
        this.columns = columns;
        this.fmt = fmt;
        this.words = words;
        Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        out = CsvWriter.builder().build(writer);
        out.writeRecord(columns.stream().map(words::column).toList());
    }

    void add(ProjectItem item) {
        out.writeRecord(columns.stream()
                .map(column -> text(column.value(item, fmt, words)))
                .toList());
    }

    /** A text that a spreadsheet would take for a formula stays a text (OWASP: CSV injection). */
    static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        return value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : text;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
