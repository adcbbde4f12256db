package park.pipeline.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import park.pipeline.core.input.FieldProblem;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a problem as {@code application/problem+json}, whatever the client accepts: an error must arrive. Who went to a
 * page gets a page.
 */
@Component
public class ProblemWriter {
    private static final String TYPE = "urn:pipeline:problem:";
    private static final String RETRY_SECONDS = "1";

    private final JsonMapper json;
    private final Words words;
    private final ObjectProvider<ProblemsForPeople> people;

    public ProblemWriter(JsonMapper json, Words words, ObjectProvider<ProblemsForPeople> people) {
        this.json = json;
        this.words = words;
        this.people = people;
    }

    /** Answers a request with a problem; does nothing where an answer is already on its way. */
    public void write(HttpServletRequest request, HttpServletResponse response, ApiProblem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        @Nullable ProblemsForPeople pages = ProblemsForPeople.wants(request) ? people.getIfAvailable() : null;
        Locale locale = pages == null ? Language.of(request) : pages.locale(request);
        response.resetBuffer();
        response.setStatus(problem.status().value());
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        byte[] body;
        if (pages == null) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            body = json.writeValueAsBytes(document(request, problem, locale));
        } else {
            response.setContentType("text/html;charset=UTF-8");
            body = page(pages, request, response, problem, locale).getBytes(StandardCharsets.UTF_8);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private String page(
            ProblemsForPeople pages,
            HttpServletRequest request,
            HttpServletResponse response,
            ApiProblem problem,
            Locale locale) {
        List<String> sentences = new ArrayList<>();
        sentences.add(words.detail(problem.code(), problem.values(), locale));
        problem.errors().forEach(e -> sentences.add(e.field() + ": " + words.field(e.code(), e.values(), locale)));
        return pages.page(
                request,
                response,
                problem.status().value(),
                words.title(problem.code(), locale),
                String.join("\n", sentences));
    }

    private Map<String, Object> document(HttpServletRequest request, ApiProblem problem, Locale locale) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", TYPE + problem.code());
        document.put("title", words.title(problem.code(), locale));
        document.put("status", problem.status().value());
        document.put("detail", words.detail(problem.code(), problem.values(), locale));
        // A request line that the container could not read has no address.
        if (request.getRequestURI() != null) {
            document.put("instance", request.getRequestURI());
        }
        document.put("code", problem.code());
        document.putAll(problem.members());
        if (!problem.errors().isEmpty()) {
            document.put("errors", errors(problem.errors(), locale));
        }
        return document;
    }

    private List<Map<String, Object>> errors(List<FieldProblem> errors, Locale locale) {
        return errors.stream()
                .map(e -> {
                    Map<String, Object> error = new LinkedHashMap<>();
                    error.put("field", e.field());
                    error.put("code", e.code());
                    error.put("message", words.field(e.code(), e.values(), locale));
                    return error;
                })
                .toList();
    }
}
