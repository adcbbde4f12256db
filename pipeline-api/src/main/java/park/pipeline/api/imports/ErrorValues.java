package park.pipeline.api.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import park.pipeline.core.project.Precision;
import park.pipeline.core.project.Stage;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The values of an error as JSON and back. Stored as values and not as a sentence: whoever reads it has a language of
 * his own. Stages come back as stages, so that they are read in that language too.
 */
final class ErrorValues {
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.shared();

    private ErrorValues() {}

    static String write(Map<String, Object> values) {
        Map<String, Object> plain = new HashMap<>();
        values.forEach((name, value) -> plain.put(name, plain(value)));
        return JSON.writeValueAsString(plain);
    }

    static Map<String, Object> read(String json) {
        Map<String, Object> values = JSON.readValue(json, VALUES);
        values.replaceAll(ErrorValues::revived);
        return values;
    }

    private static Object plain(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(Object::toString).toList()
                : value.toString();
    }

    private static Object revived(String name, Object value) {
        return switch (name) {
            case "stage" -> Stage.valueOf((String) value);
            case "allowed" ->
                ((List<?>) value)
                        .stream().map(one -> Stage.valueOf((String) one)).toList();
            case "precision" -> Precision.valueOf((String) value);
            default -> value;
        };
    }
}
