package park.pipeline.api.description;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import park.pipeline.api.problem.Words;

/**
 * Puts what is written in {@code resources/openapi} in the place of what springdoc finds by itself: our routes read their
 * parameters by hand, so that they can refuse unknown ones, and no reflection sees which they take.
 */
@Component
class ApiDescription implements OpenApiCustomizer {
    private static final String ABOUT = """
            园区招商项目全流程：命令产生事件，视图回答问题；每个数字都可截至任一日、按任一时刻所知。
            Commands give events, views answer questions; every number as of any day, and as known at any instant.
            Problems are RFC 9457 in Chinese or English, by Accept-Language.""";

    private static final ObjectMapper TREES = new ObjectMapper();

    private final Words words;

    ApiDescription(Words words) {
        this.words = words;
    }

    @Override
    public void customise(OpenAPI found) {
        OpenAPI written = Json31.mapper().convertValue(document(), OpenAPI.class);
        found.info(written.getInfo())
                .servers(written.getServers())
                .tags(written.getTags())
                .paths(written.getPaths())
                .components(written.getComponents())
                .security(written.getSecurity());
        Map<String, Map<String, Object>> routes = Description.routes();
        found.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    Object example =
                            routes.getOrDefault(method + " " + path, Map.of()).get("result");
                    operation.getResponses().values().forEach(response -> showNulls(response, example));
                }));
    }

    /** The example once more, as a tree: on its way through the model a map loses its nulls. */
    private static void showNulls(ApiResponse response, @Nullable Object example) {
        response.getContent().values().stream()
                .filter(content -> content.getExample() instanceof Map)
                .forEach(content -> content.setExample(TREES.valueToTree(example)));
    }

    private Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "招商项目全流程 · Investment pipeline", "version", "1", "description", ABOUT));
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("paths", paths());
        document.put(
                "components",
                Map.of(
                        "schemas",
                        Description.schemas(),
                        "securitySchemes",
                        Map.of("basic", Map.of("type", "http", "scheme", "basic"))));
        document.put("security", List.of(Map.of("basic", List.of())));
        return document;
    }

    private Map<String, Map<String, Object>> paths() {
        Map<String, Map<String, Object>> parameters = Description.parameters();
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        Description.routes().forEach((name, route) -> {
            RouteDescription described = new RouteDescription(name, route, parameters, words);
            paths.computeIfAbsent(described.path(), p -> new LinkedHashMap<>())
                    .put(described.method(), described.operation());
        });
        return paths;
    }
}
