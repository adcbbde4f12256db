package park.pipeline.api.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import park.pipeline.api.http.Ids;
import park.pipeline.api.http.Page;
import park.pipeline.api.http.Query;
import park.pipeline.api.imports.table.ImportFile;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.api.problem.Language;
import park.pipeline.api.problem.Words;
import park.pipeline.core.input.FieldProblem;

/** {@code /api/imports}: a file in, and how far it has come. */
@RestController
class ImportController {
    private static final String ROUTE = "/api/imports";
    private static final String FILE = "file";
    private static final String DRY_RUN = "dryRun";

    private final ImportWorker worker;
    private final ImportJobs jobs;
    private final Words words;

    ImportController(ImportWorker worker, ImportJobs jobs, Words words) {
        this.worker = worker;
        this.jobs = jobs;
        this.words = words;
    }

    /** Takes a file whose heading is in order; what its rows say comes later, by {@link #one}. */
    @PostMapping(path = ROUTE, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportAnswer> start(Query query, MultipartHttpServletRequest request, Principal user) {
        MultipartFile upload = upload(request);
        boolean dryRun = dryRun(query);
        ImportFile file = ImportFile.of(bytes(upload));
        ImportJob job = worker.submit(file, user.getName(), dryRun);
        return ResponseEntity.accepted()
                .location(URI.create(ROUTE + "/" + job.id()))
                .body(answer(job, Language.of(request)));
    }

    @GetMapping(ROUTE + "/{id}")
    ImportAnswer one(@PathVariable String id, Query query, HttpServletRequest request) {
        query.knows();
        ImportJob job = jobs.find(Ids.uuid(id));
        if (job == null) {
            throw ApiProblem.notFound().asException();
        }
        return answer(job, Language.of(request));
    }

    /** The newest first, without their errors. */
    @GetMapping(ROUTE)
    Page<ImportAnswer> all(Query query, HttpServletRequest request) {
        query.knows("limit", "cursor");
        int limit = query.limit();
        long after = query.after();
        List<ImportJob> found = jobs.newest(after == 0 ? Long.MAX_VALUE : after, limit + 1);
        List<ImportJob> page = found.subList(0, Math.min(limit, found.size()));
        Locale locale = Language.of(request);
        return new Page<>(
                page.stream().map(job -> answer(job, null, locale)).toList(),
                found.size() > limit ? query.cursor(page.getLast().number()) : null);
    }

    private ImportAnswer answer(ImportJob job, Locale locale) {
        return answer(job, new ErrorPages(jobs, words, job, locale), locale);
    }

    private ImportAnswer answer(ImportJob job, @Nullable ErrorPages errors, Locale locale) {
        ImportCounts counts = job.counts();
        String failure = job.failure();
        return new ImportAnswer(
                job.id(),
                job.status().name(),
                job.dryRun(),
                job.rows(),
                counts.processed(),
                counts.accepted(),
                counts.unchanged(),
                counts.rejected(),
                errors,
                failure == null ? null : new ImportAnswer.Failure(failure, words.detail(failure, Map.of(), locale)));
    }

    /** Form fields are parameters too, so that a {@code dryRun} sent as one is not passed over and written for good. */
    private static boolean dryRun(Query query) {
        String given = query.knows(DRY_RUN).one(DRY_RUN);
        if (given != null && !given.equals("true") && !given.equals("false")) {
            throw ApiProblem.malformed(DRY_RUN, given).asException();
        }
        return "true".equals(given);
    }

    private static MultipartFile upload(MultipartHttpServletRequest request) {
        MultipartFile upload = request.getFile(FILE);
        if (upload == null) {
            throw ApiProblem.invalidFields(List.of(new FieldProblem(FILE, "required", Map.of())))
                    .asException();
        }
        request.getMultiFileMap().forEach((name, files) -> {
            if (!name.equals(FILE) || files.size() > 1) {
                throw ApiProblem.malformed(name, "").asException();
            }
        });
        return upload;
    }

    private static byte[] bytes(MultipartFile upload) {
        try {
            return upload.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
