package park.pipeline.core.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the log are looked for. What is null or empty does not matter.
 *
 * @param types logical names of events, any of them
 * @param from recorded at this instant or later
 * @param to recorded at this instant or earlier
 */
public record LogSearch(
        List<String> types,
        @Nullable String actor,
        @Nullable UUID projectId,
        @Nullable Instant from,
        @Nullable Instant to) {
    public LogSearch {
        types = List.copyOf(types);
    }

    /** Whether no index finds these lines. */
    boolean needsAScan() {
        return projectId == null && (actor != null || !types.isEmpty());
    }

    /** The conditions, each with an {@code and} before it; the instants are none of them: they are bounds of positions. */
    String clauses() {
        StringBuilder clauses = new StringBuilder();
        if (!types.isEmpty()) {
            clauses.append(" and event_type in (")
                    .append("?, ".repeat(types.size() - 1))
                    .append("?)");
        }
        clauses.append(actor == null ? "" : " and actor = ?");
        clauses.append(projectId == null ? "" : " and stream_id = ?");
        return clauses.toString();
    }

    /** What they compare with. */
    List<Object> arguments() {
        List<Object> arguments = new ArrayList<>(types);
        if (actor != null) {
            arguments.add(actor);
        }
        if (projectId != null) {
            arguments.add(projectId);
        }
        return arguments;
    }
}
