package park.pipeline.core.project;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule says no. Carries the stable problem code and the values that offended; the sentence is made at the edge, in the
 * reader's language.
 */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final @Nullable String field;
    private final transient Map<String, Object> values;

    private Refused(String code, @Nullable String field, Map<String, Object> values) {
        super(field == null ? code + " " + values : code + " in " + field + " " + values, null, false, false);
        this.code = code;
        this.field = field;
        this.values = Map.copyOf(values);
    }

    /** The project's history does not allow it. */
    public static Refused byRule(String code, Map<String, Object> values) {
        return new Refused(code, null, values);
    }

    /** One field of the command holds a value that no history would allow. */
    public static Refused forField(String field, String code, Map<String, Object> values) {
        return new Refused(code, field, values);
    }

    /** The problem code of the contract, such as {@code wrong-stage}. */
    public String code() {
        return code;
    }

    /** The field that offends; null where it is the history. */
    public @Nullable String field() {
        return field;
    }

    /** What the sentence needs: stages, days, permits, project ids. */
    public Map<String, Object> values() {
        return values;
    }
}
