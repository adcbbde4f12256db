package park.pipeline.api.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Stage;

/**
 * What a command did.
 *
 * @param contactId of the person whom it added; left out of all others
 * @param version the number of the project's events after it
 * @param position the global position of its last event
 * @param warnings what the caller may want to look at; nothing was refused
 */
public record CommandResult(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID contactId,
        UUID projectId,
        long version,
        Stage stage,
        long position,
        Instant recordedAt,
        List<Warning> warnings) {
    /** Another active project that may be the same. */
    public record Warning(String code, String message, UUID projectId, String name) {}
}
