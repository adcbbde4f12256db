package park.pipeline.projections.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Stage;

/**
 * One event among those of all projects.
 *
 * @param position its place in the whole log, from 1
 * @param projectName as known at the instant that was asked for, not at that of the event
 * @param sequence its place in the project's stream, from 1
 * @param occurredOn null for a retraction
 * @param stageAfter the last stage in force once it was recorded
 */
public record LatestEvent(
        long position,
        UUID projectId,
        String projectName,
        long sequence,
        String type,
        @Nullable LocalDate occurredOn,
        Instant recordedAt,
        String actor,
        Stage stageAfter) {}
