package park.pipeline.api.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.problem.Words;

/** One route as an OpenAPI operation: what is written of it, and what all routes of its kind have in common. */
final class RouteDescription {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, Object> POSITION =
            header("integer", "答复所含的全局位置 · the global position that the answer includes");
    private static final Map<String, Object> ETAG = header("string", "\"<version>\"");

    private final String method;
    private final String path;
    private final Map<String, Object> route;
    private final Map<String, Map<String, Object>> parameters;
    private final Words words;

    RouteDescription(
            String methodAndPath, Map<String, Object> route, Map<String, Map<String, Object>> parameters, Words words) {
        this.method = methodAndPath.substring(0, methodAndPath.indexOf(' '));
        this.path = methodAndPath.substring(methodAndPath.indexOf(' ') + 1);
        this.route = route;
        this.parameters = parameters;
        this.words = words;
    }

    String method() {
        return method.toLowerCase(Locale.ROOT);
    }

    String path() {
        return path;
    }

    Map<String, Object> operation() {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("tags", List.of(text("tag")));
        operation.put("summary", text("zh") + " · " + text("en"));
        operation.put("operationId", method() + path.replaceAll("[^a-zA-Z]+", "-"));
        operation.put("parameters", allParameters());
        if (route.containsKey("body") || route.containsKey("upload")) {
            operation.put("requestBody", requestBody());
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(String.valueOf(status()), success());
        responses.putAll(problems().responses());
        operation.put("responses", responses);
        return operation;
    }

    private List<Map<String, Object>> allParameters() {
        List<Map<String, Object>> all = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(path);
        while (variable.find()) {
            String name = variable.group(1);
            Map<String, Object> schema = switch (name) {
                case "name" -> Map.of("type", "string");
                case "year" -> Map.of("type", "integer");
                default -> Map.of("type", "string", "format", "uuid");
            };
            all.add(parameter(name, "path", true, schema, ""));
        }
        for (String name : list("parameters")) {
            all.add(queryParameter(name, Objects.requireNonNull(parameters.get(name), name)));
        }
        if (is("command") && path.contains("{id}")) {
            all.add(stringHeader("If-Match", "看到的版本 \"<version>\"，过时则 412 · the version that was seen; stale: 412"));
        }
        if (method.equals("POST")) {
            all.add(stringHeader("Idempotency-Key", "同一键重发得到首次的答复 · sent again, the first answer comes again"));
        }
        if (is("view")) {
            all.add(parameter(
                    "Pipeline-Min-Position",
                    "header",
                    false,
                    Map.of("type", "integer", "minimum", 0),
                    "答复至少包含此位置，最多等 5 秒 · the answer includes at least this position; waits up to 5 s"));
        }
        if (is("resumes")) {
            all.add(stringHeader("Last-Event-ID", "从此位置之后续传 · goes on behind this position"));
        }
        return all;
    }

    private static Map<String, Object> queryParameter(String name, Map<String, Object> written) {
        Map<String, Object> parameter = new LinkedHashMap<>(written);
        parameter.putIfAbsent("name", name);
        parameter.put("in", "query");
        if (parameter.remove("repeatable") != null) {
            parameter.put("schema", Map.of("type", "array", "items", written.get("schema")));
            parameter.put("style", "form");
            parameter.put("explode", true);
        }
        return parameter;
    }

    private Map<String, Object> requestBody() {
        if (route.containsKey("upload")) {
            Map<String, Object> file = Map.of("type", "string", "format", "binary");
            Map<String, Object> schema = Map.of(
                    "type", "object", "required", List.of(text("upload")), "properties", Map.of(text("upload"), file));
            return Map.of("required", true, "content", Map.of("multipart/form-data", Map.of("schema", schema)));
        }
        Map<String, Object> content = Map.of("schema", reference(text("body")), "example", route.get("example"));
        return Map.of("required", !is("bodyOptional"), "content", Map.of("application/json", content));
    }

    private Map<String, Object> success() {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", text("en"));
        Map<String, Object> headers = new LinkedHashMap<>();
        if (is("view") || is("command")) {
            headers.put("Pipeline-Position", POSITION);
        }
        if (is("etag") || is("command")) {
            headers.put("ETag", ETAG);
        }
        if (is("location") || is("command") && status() == 201) {
            headers.put("Location", header("string", "所建资源的地址 · where it is"));
        }
        response.put("headers", headers);
        String type = route.containsKey("produces") ? text("produces") : "application/json";
        Map<String, Object> schema = route.containsKey("answer") ? reference(text("answer")) : Map.of("type", "string");
        response.put("content", Map.of(type, Map.of("schema", schema, "example", route.get("result"))));
        return response;
    }

    private ProblemResponses problems() {
        ProblemResponses problems = new ProblemResponses(words);
        boolean hasBody = route.containsKey("body") || route.containsKey("upload");
        list("refuses").forEach(code -> problems.add(409, code));
        if (path.contains("{") || is("mayBeMissing")) {
            problems.add(404, "not-found");
        }
        if (hasBody || !list("parameters").isEmpty()) {
            problems.add(422, "invalid-fields");
        }
        if (hasBody) {
            problems.add(413, "too-large");
            problems.add(415, "unsupported-media-type");
        }
        if (method.equals("POST")) {
            problems.add(409, "request-in-progress");
            problems.add(422, "idempotency-key-reused");
        }
        if (is("command") && path.contains("{id}")) {
            problems.add(412, "stale-version");
        }
        if (is("view")) {
            problems.add(503, "view-behind");
        }
        return problems;
    }

    private int status() {
        return route.get("status") instanceof Integer given ? given : 200;
    }

    private boolean is(String kind) {
        return Boolean.TRUE.equals(route.get(kind));
    }

    private String text(String name) {
        return (String) Objects.requireNonNull(route.get(name), () -> name + " of " + method + " " + path);
    }

    @SuppressWarnings("unchecked")
    private List<String> list(String name) {
        @Nullable Object list = route.get(name);
        return list == null ? List.of() : (List<String>) list;
    }

    private static Map<String, Object> reference(String schema) {
        return Map.of("$ref", "#/components/schemas/" + schema);
    }

    private static Map<String, Object> stringHeader(String name, String description) {
        return parameter(name, "header", false, Map.of("type", "string"), description);
    }

    private static Map<String, Object> parameter(
            String name, String in, boolean required, Map<String, Object> schema, String description) {
        return Map.of("name", name, "in", in, "required", required, "schema", schema, "description", description);
    }

    private static Map<String, Object> header(String type, String description) {
        return Map.of("schema", Map.of("type", type), "description", description);
    }
}
