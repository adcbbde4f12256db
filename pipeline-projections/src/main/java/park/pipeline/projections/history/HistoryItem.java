package park.pipeline.projections.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Stage;
import tools.jackson.databind.JsonNode;

/**
 * One event of a project's history.
 *
 * @param sequence its place in the project's stream, from 1
 * @param position its place in the whole log, from 1
 * @param occurredOn null for a retraction
 * @param stageAfter the last stage in force once it was recorded
 * @param data its fields as the newest revision of its type has them; as stored they are in the log
 * @param corrects the event that it corrects; null for one that corrects nothing
 */
public record HistoryItem(
        long sequence,
        long position,
        UUID eventId,
        String type,
        @Nullable LocalDate occurredOn,
        Instant recordedAt,
        String actor,
        Stage stageAfter,
        JsonNode data,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID corrects) {}
