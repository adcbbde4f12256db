package park.pipeline.api.pages.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
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
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.api.problem.Words;

/** What was wrong with the rows of an import, as a file. */
@Controller
class ImportErrors {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int ERRORS_AT_ONCE = 1_000;

    private final ImportJobs jobs;
    private final Words words;
    private final MessageSource messages;

    ImportErrors(ImportJobs jobs, Words words, MessageSource messages) {
        this.jobs = jobs;
        this.words = words;
        this.messages = messages;
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

    static CsvWriter csv(String name, HttpServletResponse response) throws IOException {
        begin("text/csv;charset=UTF-8", name, response);
        Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        return CsvWriter.builder().build(writer);
    }

    static void begin(String type, String name, HttpServletResponse response) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }

    private String word(String key, Locale locale) {
        return messages.getMessage("imports." + key, null, locale);
    }
}
