package park.pipeline.api.pages.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import park.pipeline.api.imports.table.Column;

/** The template to fill in, in the reader's language: its headings, and a row that would be taken as it stands. */
@Controller
class ImportTemplates {
    private static final List<String> EXAMPLE_ZH = List.of(
            "EX-001",
            "年产1000吨示例项目",
            "示例新材料有限公司",
            "碳纤维",
            "新建",
            "江苏省",
            "综合招商小组",
            "120000000",
            "1000",
            "t/a",
            "2024-01-10",
            "2024-02-20",
            "2024-04-15",
            "2024-06-30",
            "2024-08-01",
            "",
            "",
            "",
            "",
            "",
            "日",
            "请替换本行");
    private static final List<String> EXAMPLE_EN = List.of(
            "EX-001",
            "Example: 1,000 t/a",
            "Example Materials Ltd",
            "CARBON_FIBER",
            "NEW_BUILD",
            "32",
            "Team 1",
            "120000000",
            "1000",
            "t/a",
            "2024-01-10",
            "2024-02-20",
            "2024-04-15",
            "2024-06-30",
            "2024-08-01",
            "",
            "",
            "",
            "",
            "",
            "DAY",
            "Put your rows in place of this one");
    private static final int WIDTH = 18;
    private static final int NOTES_WIDTH = 80;

    private final MessageSource messages;

    ImportTemplates(MessageSource messages) {
        this.messages = messages;
    }

    @GetMapping("/imports/template.csv")
    void csv(Locale locale, HttpServletResponse response) throws IOException {
        try (CsvWriter out = ImportErrors.csv("pipeline-template.csv", response)) {
            out.writeRecord(headings(locale));
            out.writeRecord(example(locale));
        }
    }

    @GetMapping("/imports/template.xlsx")
    void workbook(Locale locale, HttpServletResponse response) throws IOException {
        ImportErrors.begin(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "pipeline-template.xlsx",
                response);
        try (Workbook workbook = new Workbook(response.getOutputStream(), "pipeline", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(word("sheet", locale));
            List<String> headings = headings(locale);
            for (Column column : Column.values()) {
                int at = column.ordinal();
                sheet.width(at, WIDTH);
                sheet.inlineString(0, at, headings.get(at));
                sheet.style(0, at).bold().set();
                write(sheet, at, example(locale).get(at));
            }
            sheet.freezePane(0, 1);
            notes(workbook.newWorksheet(word("notes", locale)), headings, locale);
        }
    }

    private void notes(Worksheet notes, List<String> headings, Locale locale) {
        notes.width(0, WIDTH);
        notes.width(1, NOTES_WIDTH);
        for (Column column : Column.values()) {
            int at = column.ordinal();
            notes.inlineString(at, 0, headings.get(at) + (Column.REQUIRED.contains(column) ? " *" : ""));
            notes.inlineString(at, 1, word("column." + column.code(), locale));
        }
    }

    /** Amounts and days as a spreadsheet has them, so that what is typed over them is one too. */
    private static void write(Worksheet sheet, int at, String text) {
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            sheet.value(1, at, LocalDate.parse(text));
            sheet.style(1, at).format("yyyy-mm-dd").set();
        } else if (at == Column.INVESTMENT_CNY.ordinal() || at == Column.CAPACITY_VALUE.ordinal()) {
            sheet.value(1, at, new BigDecimal(text));
        } else if (!text.isEmpty()) {
            sheet.inlineString(1, at, text);
        }
    }

    private static List<String> example(Locale locale) {
        return isEnglish(locale) ? EXAMPLE_EN : EXAMPLE_ZH;
    }

    /** Both the Chinese headings and the codes are understood. */
    private static List<String> headings(Locale locale) {
        return Stream.of(Column.values())
                .map(column -> isEnglish(locale) ? column.code() : column.chinese())
                .toList();
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    private String word(String key, Locale locale) {
        return messages.getMessage("imports." + key, null, locale);
    }
}
