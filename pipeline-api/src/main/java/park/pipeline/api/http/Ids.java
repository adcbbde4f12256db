package park.pipeline.api.http;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.problem.ApiProblem;

/** Ids in addresses. */
public final class Ids {
    /** {@code UUID.fromString} takes shortened ones. */
    private static final Pattern WHOLE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    /** The id in an address; what is no UUID is not found. */
    public static UUID uuid(String text) {
        UUID id = uuidOrNull(text);
        if (id == null) {
            throw ApiProblem.notFound().asException();
        }
        return id;
    }

    /** The id; null where the text is none. */
    public static @Nullable UUID uuidOrNull(String text) {
        return WHOLE.matcher(text).matches() ? UUID.fromString(text) : null;
    }
}
