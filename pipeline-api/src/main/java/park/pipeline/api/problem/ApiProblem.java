package park.pipeline.api.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import park.pipeline.core.input.FieldProblem;

/**
 * What went wrong, before it is put into words.
 *
 * @param code the stable code of the contract, kebab-case
 * @param values what the sentence needs
 * @param members further members of the problem document, such as {@code missing}
 * @param errors one entry a bad field
 */
public record ApiProblem(
        HttpStatus status,
        String code,
        Map<String, Object> values,
        Map<String, Object> members,
        List<FieldProblem> errors) {
    public ApiProblem {
        values = Map.copyOf(values);
        members = Map.copyOf(members);
        errors = List.copyOf(errors);
    }

    public static ApiProblem of(HttpStatus status, String code) {
        return new ApiProblem(status, code, Map.of(), Map.of(), List.of());
    }

    public static ApiProblem notFound() {
        return of(HttpStatus.NOT_FOUND, "not-found");
    }

    /** 400 with the field or parameter that is not as it should be. */
    public static ApiProblem malformed(String field, String value) {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "malformed",
                Map.of("field", field),
                Map.of(),
                List.of(new FieldProblem(field, "malformed", Map.of("value", value))));
    }

    /** 422 for values that no command or question takes. */
    public static ApiProblem invalidFields(List<FieldProblem> errors) {
        return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-fields", Map.of(), Map.of(), errors);
    }

    /** The same with one more value for the sentence. */
    public ApiProblem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new ApiProblem(status, code, more, members, errors);
    }

    /** The problem as an exception, for whoever cannot answer himself. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
