package park.pipeline.api.pages.projects;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.pages.Format;
import park.pipeline.projections.project.ProjectItem;

/** An Excel workbook whose numbers are numbers and whose days are days; a second sheet says what it shows. */
final class WorkbookRows {
    static final String DAY = "yyyy-mm-dd";
    static final String WHOLE = "#,##0";

    private static final int FLUSHED_EVERY = 500;
    private static final int WIDE = 32;
    private static final int NARROW = 15;
    private static final Set<ProjectColumn> LONG_TEXTS =
            EnumSet.of(ProjectColumn.NAME, ProjectColumn.ENTERPRISE, ProjectColumn.TEAM);

    private final List<ProjectColumn> columns;
    private final Format fmt;
    private final TableWords words;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;
    private long known;
    private BigInteger sum = BigInteger.ZERO;

    WorkbookRows(OutputStream stream, List<ProjectColumn> columns, Format fmt, TableWords words) {
        this.columns = columns;
        this.fmt = fmt;
        this.words = words;
        workbook = new Workbook(stream, "pipeline", "1.0");
        sheet = workbook.newWorksheet(words.word("projects.title"));
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            ProjectColumn column = columns.get(i);
            sheet.inlineString(0, i, words.head(column));
            sheet.style(0, i).bold().set();
            sheet.width(i, LONG_TEXTS.contains(column) ? WIDE : NARROW);
        }
    }

    void add(ProjectItem item) {
        row++;
        for (int i = 0; i < columns.size(); i++) {
            put(i, columns.get(i).value(item, fmt, words));
        }
        if (item.investmentCny() != null) {
            known++;
            sum = sum.add(BigInteger.valueOf(item.investmentCny()));
        }
        if (row % FLUSHED_EVERY == 0) {
            flush();
        }
    }

    private void put(int column, @Nullable Object value) {
        switch (value) {
            case null -> {
                // an empty cell: what is not known is not 0
            }
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format(DAY).set();
            }
            case Number number -> {
                sheet.value(row, column, number);
                sheet.style(row, column).format(WHOLE).set();
            }
            case Object text -> sheet.inlineString(row, column, text.toString());
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the sheet that says what the first one shows, and ends the file. */
    void finish(WorkbookAbout about) throws IOException {
        sheet.setAutoFilter(0, 0, row, columns.size() - 1);
        sheet.finish();
        about.write(workbook.newWorksheet(words.word("projects.about")), row, known, sum);
        workbook.finish();
    }
}
