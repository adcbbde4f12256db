package park.pipeline.api.pages.projects;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.pages.Format;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.api.pages.PageTime;
import park.pipeline.projections.view.ProjectFilter;

/**
 * What a workbook shows: of which projects, as of when, as known when, by whom it was taken and when.
 *
 * @param position that of the last event that it knows
 */
record WorkbookAbout(
        TableAsked asked,
        PageTime time,
        PageFilter filter,
        String user,
        Instant when,
        long position,
        Format fmt,
        TableWords words) {
    private static final int NAMES_WIDTH = 18;
    private static final int VALUES_WIDTH = 60;

    void write(Worksheet sheet, int rows, long known, BigInteger sum) throws IOException {
        sheet.width(0, NAMES_WIDTH);
        sheet.width(1, VALUES_WIDTH);
        Lines lines = new Lines(sheet);
        ProjectFilter chosen = filter.filter();
        lines.add(words.word("projects.about.asOf"), time.asOf());
        lines.add(
                words.word("projects.about.knownAt"),
                time.knownAt() == null ? words.word("projects.about.now") : fmt.exactInstant(time.knownAt()));
        lines.add(words.word("projects.about.position"), BigInteger.valueOf(position));
        lines.add(words.word("projects.about.search"), asked.q());
        lines.add(words.column(ProjectColumn.STAGE), chosen(asked.stages(), fmt::stage));
        lines.add(words.column(ProjectColumn.LIGHT), chosen(asked.lights(), words::light));
        lines.add(words.column(ProjectColumn.INDUSTRY), chosen(chosen.industry(), fmt::industry));
        lines.add(words.column(ProjectColumn.TEAM), chosen(chosen.team(), Function.identity()));
        lines.add(words.column(ProjectColumn.ORIGIN), chosen(chosen.origin(), fmt::origin));
        lines.add(words.column(ProjectColumn.KIND), chosen(chosen.kind(), fmt::kind));
        lines.add(words.word("projects.about.order"), order());
        lines.add(words.word("projects.about.rows"), BigInteger.valueOf(rows));
        lines.add(words.word("projects.about.known"), BigInteger.valueOf(known));
        lines.add(words.word("projects.about.sum"), sum);
        lines.add(words.word("projects.about.by"), user);
        lines.add(words.word("projects.about.at"), fmt.exactInstant(when));
        sheet.finish();
    }

    private String order() {
        return asked.sort() == null
                ? words.word("projects.about.registered")
                : words.column(asked.sort()) + (asked.descending() ? " ↓" : " ↑");
    }

    private <T> String chosen(List<T> values, Function<? super T, String> word) {
        return values.stream().map(word).collect(Collectors.joining(" · "));
    }

    private static final class Lines {
        private final Worksheet sheet;
        private int row;

        Lines(Worksheet sheet) {
            this.sheet = sheet;
        }

        /** Where nothing is chosen, a dash. */
        void add(String name, @Nullable Object value) {
            sheet.inlineString(row, 0, name);
            sheet.style(row, 0).bold().set();
            switch (value) {
                case LocalDate day -> {
                    sheet.value(row, 1, day);
                    sheet.style(row, 1)
                            .format(WorkbookRows.DAY)
                            .horizontalAlignment("left")
                            .set();
                }
                case BigInteger number -> {
                    sheet.value(row, 1, new BigDecimal(number));
                    sheet.style(row, 1)
                            .format(WorkbookRows.WHOLE)
                            .horizontalAlignment("left")
                            .set();
                }
                case null, default -> {
                    String text = Objects.toString(value, "");
                    sheet.inlineString(row, 1, text.isEmpty() ? "—" : text);
                }
            }
            row++;
        }
    }
}
