package park.pipeline.api.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.Leads;
import park.pipeline.api.PipelineTest;
import tools.jackson.databind.JsonNode;

/** The description names every route and field that there is, and none that is not. */
@PipelineTest
class ApiDescriptionTest {
    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private Api api;
    private JsonNode document;

    @BeforeEach
    void read() {
        api = Api.at(port);
        document = api.get("/v3/api-docs").json();
    }

    @Test
    void every_route_is_described_and_no_other() {
        Set<String> described = new TreeSet<>();
        operations().forEach(o -> described.add(o.name()));

        assertThat(described).isEqualTo(new TreeSet<>(routes().keySet()));
    }

    @Test
    void every_route_says_what_it_is_for_in_both_languages_and_shows_what_it_takes_and_answers() {
        for (Operation operation : operations()) {
            JsonNode node = operation.node();
            assertThat(node.path("summary").asString()).as(operation.name()).matches(".*\\p{IsHan}.* · .*[a-z].*");
            assertThat(operation.success().has("example")).as(operation.name()).isTrue();
            JsonNode body = node.path("requestBody").path("content").path("application/json");
            assertThat(body.isMissingNode() || body.has("example"))
                    .as(operation.name())
                    .isTrue();
            for (JsonNode parameter : node.path("parameters")) {
                assertThat(parameter.path("in").asString().equals("path")
                                || !parameter.path("description").asString().isBlank())
                        .as("%s: %s", operation.name(), parameter)
                        .isTrue();
            }
        }
    }

    @Test
    void a_body_is_described_by_the_fields_that_the_service_reads() {
        routes().forEach((name, handler) -> {
            Class<?> body = body(handler);
            if (body != null) {
                JsonNode schema =
                        operation(name).path("requestBody").path("content").path("application/json");
                String reference = schema.path("schema").path("$ref").asString();
                JsonNode properties = document.at(reference.substring(1)).path("properties");
                assertThat(new TreeSet<>(properties.propertyNames()))
                        .as(name)
                        .isEqualTo(new TreeSet<>(Arrays.stream(body.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList()));
            }
        });
    }

    @Test
    void every_problem_that_is_named_has_words_and_every_schema_that_is_named_is_there() {
        String text = document.toString();
        assertThat(text).doesNotContain("\"title\":\"null\"");
        for (JsonNode reference : document.findValues("$ref")) {
            assertThat(document.at(reference.asString().substring(1)).isMissingNode())
                    .as(reference.asString())
                    .isFalse();
        }
        for (Operation operation : operations()) {
            for (JsonNode response : operation.node().path("responses")) {
                for (JsonNode problem : response.path("content")
                        .path("application/problem+json")
                        .path("examples")) {
                    assertThat(problem.path("value").path("title").asString())
                            .as("the words for %s", problem)
                            .isNotEqualTo(problem.path("value").path("code").asString());
                }
            }
        }
    }

    @Test
    void every_example_fits_its_schema() {
        Contract contract = new Contract(document);
        for (Operation operation : operations()) {
            JsonNode success = operation.success();
            if (success.path("schema").has("$ref")) {
                assertThat(contract.violations(success.path("schema"), success.path("example")))
                        .as(operation.name())
                        .isEmpty();
            }
            JsonNode body = operation.node().path("requestBody").path("content").path("application/json");
            if (body.has("schema")) {
                assertThat(contract.violations(body.path("schema"), body.path("example")))
                        .as(operation.name())
                        .isEmpty();
            }
        }
    }

    @Test
    void every_described_parameter_is_taken_and_any_other_refused() {
        new Leads(api).register("2023-01-05", null);
        DescribedAnswers.awaitSeal(api);
        for (Operation operation : operations()) {
            if (!operation.name().startsWith("GET") || operation.name().contains("{")) {
                continue;
            }
            String path = operation.name().substring(4);
            if (path.equals("/api/stream")) {
                continue;
            }
            Api user = api.as(DescribedAnswers.user(path, true));
            List<String> query = new ArrayList<>(DescribedAnswers.exampleQuery(operation.node()));
            Answer taken = user.get(path + "?" + String.join("&", query));
            assertThat(taken.status()).as("%s: %s", operation.name(), taken).isEqualTo(200);
            query.add("unheardOf=1");
            assertThat(user.get(path + "?" + String.join("&", query)).problem())
                    .as(operation.name())
                    .isEqualTo("400 malformed");
        }
    }

    @Test
    void all_four_roles_read_the_description_and_its_page_and_nobody_else() {
        for (String role : List.of("promoter", "leader", "auditor", "admin")) {
            assertThat(api.as(role).get("/v3/api-docs").status()).isEqualTo(200);
            assertThat(api.as(role).get("/swagger-ui/index.html").response().body())
                    .contains("swagger-ui-bundle.js")
                    .doesNotContain("http");
        }
        assertThat(api.as("").get("/v3/api-docs").status()).isEqualTo(401);
    }

    private record Operation(String name, JsonNode node) {
        JsonNode success() {
            for (Map.Entry<String, JsonNode> response : node.path("responses").properties()) {
                if (response.getKey().startsWith("2")) {
                    return response.getValue().path("content").iterator().next();
                }
            }
            throw new AssertionError(name + " never succeeds");
        }
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue()))));
        return operations;
    }

    private JsonNode operation(String name) {
        return operations().stream()
                .filter(o -> o.name().equals(name))
                .findFirst()
                .orElseThrow()
                .node();
    }

    private Map<String, HandlerMethod> routes() {
        Map<String, HandlerMethod> routes = new TreeMap<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                mappings.getHandlerMethods().entrySet()) {
            for (String path : entry.getKey().getPatternValues()) {
                for (RequestMethod method : entry.getKey().getMethodsCondition().getMethods()) {
                    if (path.startsWith("/api/")) {
                        routes.put(method + " " + path, entry.getValue());
                    }
                }
            }
        }
        return routes;
    }

    private static Class<?> body(HandlerMethod handler) {
        return Arrays.stream(handler.getMethod().getParameters())
                .filter(p -> p.isAnnotationPresent(RequestBody.class))
                .map(Parameter::getType)
                .filter(Class::isRecord)
                .findFirst()
                .orElse(null);
    }
}
