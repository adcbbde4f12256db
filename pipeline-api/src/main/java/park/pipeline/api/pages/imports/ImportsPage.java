package park.pipeline.api.pages.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import park.pipeline.api.http.Ids;
import park.pipeline.api.imports.ImportJob;
import park.pipeline.api.imports.ImportJobs;
import park.pipeline.api.imports.row.RowError;
import park.pipeline.api.imports.table.Column;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.api.problem.Words;

/** {@code GET /imports}: a file in, and how far it has come; what was brought in before. */
@Controller
class ImportsPage {
    /** One thing wrong with one row, in words. */
    public record Trouble(int row, String column, String heading, String message) {}

    private static final int EARLIER = 20;
    private static final int ERRORS = 100;

    private final ImportJobs jobs;
    private final Words words;

    ImportsPage(ImportJobs jobs, Words words) {
        this.jobs = jobs;
        this.words = words;
    }

    /** @param before only earlier imports than that of this number */
    @GetMapping("/imports")
    String imports(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
        List<ImportJob> earlier = jobs.newest(before, EARLIER + 1);
        model.addAttribute("noTime", true);
        model.addAttribute("columns", List.of(Column.values()));
        model.addAttribute("due", Column.REQUIRED);
        model.addAttribute("earlier", earlier.stream().limit(EARLIER).toList());
        model.addAttribute(
                "older", earlier.size() > EARLIER ? earlier.get(EARLIER - 1).number() : null);
        return "imports/page";
    }

    /** One import, under an address that can be opened again while it runs. */
    @GetMapping("/imports/{id}")
    String one(@PathVariable String id, @RequestParam(defaultValue = "0") int from, Locale locale, Model model) {
        model.addAttribute("noTime", true);
        add(id, from, locale, model);
        return "imports/one";
    }

    /** How far it has come: asked for again while it runs. */
    @GetMapping("/imports/{id}/progress")
    String progress(@PathVariable String id, @RequestParam(defaultValue = "0") int from, Locale locale, Model model) {
        add(id, from, locale, model);
        return "imports/progress :: progress";
    }

    private void add(String id, int from, Locale locale, Model model) {
        ImportJob job = jobs.find(Ids.uuid(id));
        if (job == null) {
            throw ApiProblem.notFound().asException();
        }
        Locale language = Locale.of(locale.getLanguage());
        boolean runs = job.status() == ImportJob.Status.RUNNING;
        List<RowError> errors = runs ? List.of() : jobs.errors(job.number(), Math.max(0, from), ERRORS + 1);
        model.addAttribute("job", job);
        model.addAttribute("runs", runs);
        model.addAttribute("failure", job.failure() == null ? null : words.detail(job.failure(), Map.of(), language));
        model.addAttribute(
                "errors",
                errors.stream()
                        .limit(ERRORS)
                        .map(e -> new Trouble(
                                e.row(), e.column(), heading(e.column()), words.field(e.code(), e.values(), language)))
                        .toList());
        model.addAttribute("from", Math.max(0, from));
        model.addAttribute("next", errors.size() > ERRORS ? from + ERRORS : null);
    }

    private static String heading(String code) {
        return List.of(Column.values()).stream()
                .filter(c -> c.code().equals(code))
                .map(Column::chinese)
                .findFirst()
                .orElse(code);
    }
}
