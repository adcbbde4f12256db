package park.pipeline.api.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import tools.jackson.databind.JsonNode;

/** Holds real answers against the service's own description. */
final class DescribedAnswers {
    private final Contract contract;
    private final Map<String, JsonNode> operations = new TreeMap<>();

    DescribedAnswers(Api api) {
        JsonNode document = api.get("/v3/api-docs").json();
        contract = new Contract(document);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(o -> operations.put(
                                o.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), o.getValue())));
    }

    /** The operations by method and path. */
    Map<String, JsonNode> operations() {
        return operations;
    }

    /** The answer, once it is found to be one that the description promises, down to its fields. */
    Answer check(String operation, Answer answer) {
        String what = operation + ": " + answer;
        JsonNode response = operations.get(operation).path("responses").path(String.valueOf(answer.status()));
        assertThat(response.isMissingNode()).as("undescribed status, %s", what).isFalse();
        boolean problem = answer.status() >= 400;
        String type = problem
                ? "application/problem+json"
                : response.path("content").propertyNames().iterator().next();
        assertThat(answer.header("Content-Type")).as(what).startsWith(type);
        JsonNode content = response.path("content").path(type);
        if (type.endsWith("json")) {
            assertThat(contract.violations(content.path("schema"), answer.json()))
                    .as(what)
                    .isEmpty();
        }
        if (problem) {
            assertThat(content.path("examples").propertyNames())
                    .as("undescribed code, %s", what)
                    .contains(answer.json().path("code").asString());
        }
        for (String header : response.path("headers").propertyNames()) {
            assertThat(header.equals("ETag") && operation.startsWith("GET")
                            || !answer.header(header).isEmpty())
                    .as("%s of %s", header, what)
                    .isTrue();
        }
        return answer;
    }

    /** Waits until something is sealed: before that there are no proofs to ask for. */
    static void awaitSeal(Api api) {
        Awaitility.await()
                .until(
                        () -> api.as("").get("/actuator/health").json().at("/components/seal/details/treeSize"),
                        size -> size.asLong() > 0);
    }

    /** A user who may do this. */
    static String user(String path, boolean reads) {
        if (path.startsWith("/api/audit")) {
            return "auditor";
        }
        if (path.startsWith("/api/admin")) {
            return "admin";
        }
        return path.startsWith("/api/imports") || path.matches(".*/(replay|contacts.*)") || !reads
                ? "promoter"
                : "leader";
    }

    /** The query that shows each parameter's example. */
    static List<String> exampleQuery(JsonNode operation) {
        return operation.path("parameters").values().stream()
                .filter(p -> p.path("in").asString().equals("query") && p.has("example"))
                .map(p -> p.path("name").asString() + "=" + encoded(p.path("example")))
                .toList();
    }

    private static String encoded(JsonNode example) {
        JsonNode value = example.isArray() ? example.path(0) : example;
        return URLEncoder.encode(value.asString(), StandardCharsets.UTF_8);
    }
}
