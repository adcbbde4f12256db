package park.pipeline.projections.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.project.Recorded;
import park.pipeline.projections.project.ProjectDetail;
import park.pipeline.projections.view.Grounds;

/**
 * One event, and the project just before and just after it.
 *
 * @param sequence its place in the project's stream, from 1
 * @param occurredOn when it happened; null for a retraction
 * @param recordedAt when it became known
 * @param reason as given; of a withdrawal its code
 * @param corrects the event that it corrects
 * @param before with all that was recorded until then; null before the first event
 * @param after the same with this event
 */
public record ReplayStep(
        long sequence,
        UUID eventId,
        String type,
        @Nullable LocalDate occurredOn,
        Instant recordedAt,
        String actor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String documentNo,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID corrects,
        @Nullable ProjectDetail before,
        ProjectDetail after,
        List<FieldChange> changed) {
    static ReplayStep of(LoggedEvent event, @Nullable ProjectDetail before, ProjectDetail after) {
        Recorded recorded = event.recorded();
        Grounds grounds = Grounds.of(event.event());
        return new ReplayStep(
                recorded.sequence(),
                recorded.eventId(),
                event.type(),
                event.event().occurredOn(),
                recorded.recordedAt(),
                event.actor(),
                grounds.reason(),
                grounds.documentNo(),
                grounds.corrects(),
                before,
                after,
                FieldChange.between(before, after));
    }
}
