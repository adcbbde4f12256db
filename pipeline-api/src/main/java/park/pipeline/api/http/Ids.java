package park.pipeline.api.http;

import java.util.UUID;
import java.util.regex.Pattern;
import park.pipeline.api.problem.ApiProblem;

/** Ids in addresses. */
public final class Ids {
    /** {@code UUID.fromString} takes shortened ones. */
    private static final Pattern WHOLE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    /** The id in an address; what is no UUID is not found. */
    public static UUID uuid(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw ApiProblem.notFound().asException();
        }
        return UUID.fromString(text);
    }
}
