package park.pipeline.api.pages.projects;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import park.pipeline.api.pages.Format;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.api.pages.PageTime;
import park.pipeline.projections.project.ProjectItem;

/** An Excel workbook whose numbers are numbers and whose days are days; a second sheet says what it shows. */
final class WorkbookRows implements AutoCloseable {
    private static final int FLUSHED_EVERY = 500;
    private static final int WIDE = 30;
    private static final int NARROW = 14;

    private final List<ProjectColumn> columns;
    private final Format fmt;
    private final Lights words;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    WorkbookRows(OutputStream stream, List<ProjectColumn> columns, Format fmt, Lights words) {
        this.columns = columns;
        this.fmt = fmt;
        this.words = words;
        workbook = new Workbook(stream, "pipeline", "1.0");
        sheet = workbook.newWorksheet(words.word("title"));
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            ProjectColumn column = columns.get(i);
            sheet.inlineString(0, i, words.column(column));
            sheet.style(0, i).bold().set();
            boolean wide = column == ProjectColumn.NAME || column == ProjectColumn.ENTERPRISE;
            sheet.width(i, wide ? WIDE : NARROW);
        }
    }

    void add(ProjectItem item) {
        row++;
        for (int i = 0; i < columns.size(); i++) {
            switch (columns.get(i).value(item, fmt, words)) {
                case null -> {
                    // an empty cell: what is not known is not 0
                }
                case LocalDate day -> {
                    sheet.value(row, i, day);
                    sheet.style(row, i).format("yyyy-mm-dd").set();
                }
                case Number number -> {
                    sheet.value(row, i, number);
                    sheet.style(row, i).format("#,##0").set();
                }
                case Object text -> sheet.inlineString(row, i, text.toString());
            }
        }
        if (row % FLUSHED_EVERY == 0) {
            flush();
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says of what, as of when, as known when, by whom and when. */
    void about(TableAsked asked, PageTime time, PageFilter filter, String user, Instant when) throws IOException {
        sheet.setAutoFilter(0, 0, Math.max(row, 1), columns.size() - 1);
        sheet.finish();
        Worksheet about = workbook.newWorksheet(words.word("about"));
        about.width(0, NARROW);
        about.width(1, 2 * WIDE);
        line(about, 0, words.word("about.asOf"), fmt.day(time.asOf()));
        line(
                about,
                1,
                words.word("about.knownAt"),
                time.knownAt() == null ? words.word("about.now") : fmt.exactInstant(time.knownAt()));
        line(
                about,
                2,
                words.word("about.filter"),
                filter.isAll() && asked.q().isEmpty() ? "—" : described(asked, filter));
        line(about, 3, words.word("about.rows"), Integer.toString(row));
        line(about, 4, words.word("about.by"), user);
        line(about, 5, words.word("about.at"), fmt.exactInstant(when));
        about.finish();
    }

    private String described(TableAsked asked, PageFilter filter) {
        return String.join(
                " · ",
                asked.q(),
                asked.stages().stream().map(fmt::stage).toList().toString(),
                filter.filter().toString());
    }

    private static void line(Worksheet about, int row, String name, String value) {
        about.inlineString(row, 0, name);
        about.inlineString(row, 1, value);
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
