package park.pipeline.core.input;

import java.util.Map;

/**
 * One field that is not as it should be.
 *
 * @param field its name as the caller wrote it, nested ones with a dot
 * @param code the stable code of the contract, such as {@code too-long}
 * @param values what the sentence needs
 */
public record FieldProblem(String field, String code, Map<String, Object> values) {
    public FieldProblem {
        values = Map.copyOf(values);
    }
}
