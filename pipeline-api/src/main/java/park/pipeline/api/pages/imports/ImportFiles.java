package park.pipeline.api.pages.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import park.pipeline.api.http.Ids;
import park.pipeline.api.imports.ImportJob;
import park.pipeline.api.imports.ImportJobs;
import park.pipeline.api.imports.row.RowError;
import park.pipeline.api.imports.table.Column;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.api.problem.Words;

/** Files around imports: the template to fill in, and what was wrong with the rows of one that was sent. */
@Controller
class ImportFiles {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int ERRORS_AT_ONCE = 1_000;

    private final ImportJobs jobs;
    private final Words words;
    private final MessageSource messages;

    ImportFiles(ImportJobs jobs, Words words, MessageSource messages) {
        this.jobs = jobs;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping("/imports/template.csv")
    void csv(Locale locale, HttpServletResponse response) throws IOException {
        try (CsvWriter out = csv("pipeline-template.csv", response)) {
            out.writeRecord(headings(locale));
            out.writeRecord(example());
        }
    }

    @GetMapping("/imports/template.xlsx")
    void workbook(Locale locale, HttpServletResponse response) throws IOException {
        begin("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "pipeline-template.xlsx", response);
        try (Workbook workbook = new Workbook(response.getOutputStream(), "pipeline", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(word("sheet", locale));
            write(sheet, 0, headings(locale));
            write(sheet, 1, example());
            sheet.freezePane(0, 1);
            Worksheet notes = workbook.newWorksheet(word("notes", locale));
            for (Column column : Column.values()) {
                write(
                        notes,
                        column.ordinal(),
                        List.of(heading(column, locale), word("column." + column.code(), locale)));
            }
        }
    }

    /** All that was wrong, row by row. */
    @GetMapping("/imports/{id}/errors.csv")
    void errors(@PathVariable String id, Locale locale, HttpServletResponse response) throws IOException {
        ImportJob job = jobs.find(Ids.uuid(id));
        if (job == null) {
            throw ApiProblem.notFound().asException();
        }
        Locale language = Locale.of(locale.getLanguage());
        try (CsvWriter out = csv("import-errors.csv", response)) {
            out.writeRecord(word("row", locale), word("columnName", locale), word("message", locale));
            List<RowError> page;
            int from = 0;
            do {
                page = jobs.errors(job.number(), from, ERRORS_AT_ONCE);
                page.forEach(e -> out.writeRecord(
                        Integer.toString(e.row()), e.column(), words.field(e.code(), e.values(), language)));
                from += ERRORS_AT_ONCE;
            } while (page.size() == ERRORS_AT_ONCE);
        }
    }

    /** A row that would be taken as it stands; its days are long past on any day. */
    private static List<String> example() {
        return List.of(
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
    }

    private List<String> headings(Locale locale) {
        return Stream.of(Column.values()).map(c -> heading(c, locale)).toList();
    }

    /** Both the Chinese headings and the codes are understood. */
    private static String heading(Column column, Locale locale) {
        return locale.getLanguage().equals("en") ? column.code() : column.chinese();
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                sheet.inlineString(row, i, cells.get(i));
            }
        }
    }

    private static CsvWriter csv(String name, HttpServletResponse response) throws IOException {
        begin("text/csv;charset=UTF-8", name, response);
        Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        return CsvWriter.builder().build(writer);
    }

    private static void begin(String type, String name, HttpServletResponse response) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    private String word(String key, Locale locale) {
        return messages.getMessage("imports." + key, null, locale);
    }
}
