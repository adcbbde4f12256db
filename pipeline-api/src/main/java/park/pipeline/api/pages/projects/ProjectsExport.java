package park.pipeline.api.pages.projects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import park.pipeline.api.access.Accesses;
import park.pipeline.api.pages.Format;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.api.pages.PageTime;
import park.pipeline.projections.project.ProjectTable;

/** The table as a file: all rows that match, in the order and with the columns that one sees. */
@Controller
class ProjectsExport {
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ProjectTable table;
    private final Accesses accesses;
    private final MessageSource messages;
    private final Clock clock;

    ProjectsExport(ProjectTable table, Accesses accesses, MessageSource messages, Clock clock) {
        this.table = table;
        this.accesses = accesses;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/projects/export.csv")
    void csv(
            PageTime time,
            PageFilter filter,
            @ModelAttribute("fmt") Format fmt,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TableAsked asked = TableAsked.of(request);
        TableWords words = new TableWords(messages, locale);
        send(CSV, "csv", time, request, response, out -> {
            CsvRows rows = new CsvRows(out);
            rows.add(asked.columns().stream().map(words::head));
            table.forEach(
                    asked.question(time, filter),
                    item -> rows.add(
                            asked.columns().stream().map(column -> CsvRows.text(column.value(item, fmt, words)))));
            rows.finish();
        });
    }

    @GetMapping("/projects/export.xlsx")
    void workbook(
            PageTime time,
            PageFilter filter,
            @ModelAttribute("fmt") Format fmt,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TableAsked asked = TableAsked.of(request);
        TableWords words = new TableWords(messages, locale);
        String user = request.getUserPrincipal().getName();
        send(WORKBOOK, "xlsx", time, request, response, out -> {
            WorkbookRows rows = new WorkbookRows(out, asked.columns(), fmt, words);
            long position =
                    table.forEach(asked.question(time, filter), rows::add).position();
            rows.finish(new WorkbookAbout(asked, time, filter, user, clock.instant(), position, fmt, words));
        });
    }

    private void send(
            String type,
            String ending,
            PageTime time,
            HttpServletRequest request,
            HttpServletResponse response,
            WholeFile.Content content)
            throws IOException {
        try (WholeFile file = WholeFile.of(content)) {
            accesses.export(request);
            response.setContentType(type);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("projects-" + time.asOf() + "." + ending)
                            .build()
                            .toString());
            file.send(response);
        }
    }
}
