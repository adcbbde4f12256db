package park.pipeline.api.description;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import park.pipeline.api.problem.Words;

/** The problems that a route may answer, each code with an example. */
final class ProblemResponses {
    /** What any route may answer. */
    private static final Map<Integer, List<String>> ANY = Map.of(
            400, List.of("malformed"),
            401, List.of("unauthenticated"),
            403, List.of("forbidden"),
            406, List.of("not-acceptable"),
            503, List.of("unavailable"));

    private final Map<Integer, Collection<String>> codes = new TreeMap<>();
    private final Words words;

    ProblemResponses(Words words) {
        this.words = words;
        ANY.forEach((status, of) -> of.forEach(code -> add(status, code)));
    }

    void add(int status, String code) {
        codes.computeIfAbsent(status, s -> new TreeSet<>()).add(code);
    }

    /** OpenAPI responses by status. */
    Map<String, Object> responses() {
        Map<String, Object> responses = new LinkedHashMap<>();
        codes.forEach((status, of) -> responses.put(String.valueOf(status), response(status, of)));
        return responses;
    }

    private Map<String, Object> response(int status, Collection<String> of) {
        Map<String, Object> examples = new LinkedHashMap<>();
        of.forEach(code -> examples.put(code, Map.of("value", example(status, code))));
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", String.join(", ", of));
        if (status == 401) {
            response.put("headers", Map.of("WWW-Authenticate", Map.of("schema", Map.of("type", "string"))));
        }
        if (status == 503) {
            response.put("headers", Map.of("Retry-After", Map.of("schema", Map.of("type", "integer"))));
        }
        response.put(
                "content",
                Map.of(
                        "application/problem+json",
                        Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"), "examples", examples)));
        return response;
    }

    private Map<String, Object> example(int status, String code) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:pipeline:problem:" + code);
        problem.put("title", words.title(code, Locale.CHINESE));
        problem.put("status", status);
        problem.put("detail", words.title(code, Locale.ENGLISH));
        problem.put("instance", "/api/…");
        problem.put("code", code);
        if (code.equals("invalid-fields")) {
            String message = words.field("required", Map.of(), Locale.CHINESE);
            problem.put("errors", List.of(Map.of("field", "occurredOn", "code", "required", "message", message)));
        }
        return problem;
    }
}
