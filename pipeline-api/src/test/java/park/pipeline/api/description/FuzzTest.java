package park.pipeline.api.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.PipelineTest;
import park.pipeline.core.log.LogReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hostile requests to every described route: none brings the service down, each refusal is a problem, and what is
 * refused leaves nothing in the log. What fits no route or no type of content may be refused before a route is found.
 */
@PipelineTest
class FuzzTest {
    private static final int REQUESTS_A_ROUTE = 120;
    private static final Set<Integer> BEFORE_ANY_ROUTE = Set.of(404, 405, 406, 413, 415);

    @LocalServerPort
    int port;

    @Autowired
    LogReader log;

    private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
    private final HostileValues hostile = new HostileValues(seed);
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    @Test
    void no_request_brings_it_down_and_no_refused_one_leaves_anything() {
        Api api = Api.at(port);
        DescribedAnswers described = new DescribedAnswers(api);
        ObjectNode lead = (ObjectNode) lead(described).deepCopy();
        lead.put("name", "项目 " + seed).put("reference", "fuzz " + seed);
        String project = api.post("/api/projects", lead.toString()).header("Location");
        api.as("admin")
                .command(
                        "/api/admin/users",
                        "{'name':'fuzzed','password':'password %s','roles':['LEADER']}".formatted(seed));
        described.operations().forEach((name, operation) -> {
            if (!name.equals("GET /api/stream")) {
                for (int i = 0; i < REQUESTS_A_ROUTE; i++) {
                    request(described, name, operation, api, project);
                }
            }
        });
        assertThat(statuses.keySet())
                .as("as many kinds of answers as there should be, %s", statuses)
                .contains(200, 201, 400, 403, 404, 406, 409, 415, 422);
    }

    private void request(DescribedAnswers described, String name, JsonNode operation, Api api, String project) {
        String method = name.substring(0, name.indexOf(' '));
        String path = name.substring(name.indexOf(' ') + 1);
        String address = address(path, project) + query(operation);
        String[] headers = headers();
        String body = method.equals("GET") ? "" : body(operation);
        long before = log.head();
        String what = "fuzz.seed=%d: %s %s %s %s".formatted(seed, method, address, List.of(headers), body);
        Answer answer = api.as(DescribedAnswers.user(path, method.equals("GET")))
                .with(headers)
                .send(method, address, body);
        statuses.merge(answer.status(), 1, Integer::sum);
        assertThat(answer.status()).as("%s%n%s", what, answer).isLessThan(500);
        if (answer.status() >= 400) {
            assertThat(answer.header("Content-Type")).as("%s%n%s", what, answer).startsWith("application/problem+json");
            assertThat(answer.json().path("code").asString()).as(what).isNotEmpty();
            assertThat(log.head()).as("%s%n%s", what, answer).isEqualTo(before);
        }
        if (!BEFORE_ANY_ROUTE.contains(answer.status()) && !List.of(headers).contains("application/x-ndjson")) {
            try {
                described.check(name, answer);
            } catch (AssertionError undescribed) {
                throw new AssertionError(what, undescribed);
            }
        }
    }

    private String address(String path, String project) {
        String id = hostile.once(4) ? encoded(hostile.text()) : project.substring(project.lastIndexOf('/') + 1);
        return path.replace("{id}", hostile.once(6) ? UUID.randomUUID().toString() : id)
                .replace("{year}", hostile.once(3) ? encoded(hostile.text()) : "2026")
                .replace("{contactId}", hostile.once(2) ? UUID.randomUUID().toString() : id)
                .replace("{name}", hostile.once(3) ? encoded(hostile.text()) : "fuzzed");
    }

    private String query(JsonNode operation) {
        List<String> query = new ArrayList<>();
        for (String example : DescribedAnswers.exampleQuery(operation)) {
            if (hostile.once(3)) {
                query.add(example.substring(0, example.indexOf('=') + 1) + encoded(hostile.text()));
            } else if (!hostile.once(6)) {
                query.add(example);
            }
        }
        if (hostile.once(12)) {
            query.add("unheardOf=" + encoded(hostile.text()));
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    private String[] headers() {
        List<String> headers = new ArrayList<>();
        while (hostile.once(3)) {
            headers.add(hostile.header());
            headers.add(hostile.headerValue());
        }
        return headers.toArray(String[]::new);
    }

    private String body(JsonNode operation) {
        JsonNode example = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("example");
        return example.isMissingNode() ? hostile.text() : hostile.body(example);
    }

    private static JsonNode lead(DescribedAnswers described) {
        return described
                .operations()
                .get("POST /api/projects")
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("example");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
