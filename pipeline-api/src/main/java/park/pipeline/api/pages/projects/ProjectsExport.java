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
import park.pipeline.api.pages.Frame;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.api.pages.PageTime;
import park.pipeline.projections.project.ProjectTable;

/** The table as a file: all rows that match, in the order and with the columns that one sees. */
@Controller
class ProjectsExport {
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
        begin("text/csv;charset=UTF-8", "csv", time, request, response);
        try (CsvRows rows =
                new CsvRows(response.getOutputStream(), asked.columns(), fmt, new Lights(messages, locale))) {
            table.forEach(asked.question(time, filter), rows::add);
        }
    }

    @GetMapping("/projects/export.xlsx")
    void workbook(
            PageTime time,
            PageFilter filter,
            @ModelAttribute("fmt") Format fmt,
            @ModelAttribute("frame") Frame frame,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TableAsked asked = TableAsked.of(request);
        begin("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", time, request, response);
        Lights words = new Lights(messages, locale);
        try (WorkbookRows rows = new WorkbookRows(response.getOutputStream(), asked.columns(), fmt, words)) {
            table.forEach(asked.question(time, filter), rows::add);
            rows.about(asked, time, filter, String.valueOf(frame.user()), clock.instant());
        }
    }

    private void begin(
            String type, String ending, PageTime time, HttpServletRequest request, HttpServletResponse response) {
        accesses.export(request);
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("projects-" + time.asOf() + "." + ending)
                        .build()
                        .toString());
    }
}
