package park.pipeline.projections.funnel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.project.Recorded;
import park.pipeline.projections.view.Grounds;

/**
 * An event that was known to one of two reports and not to the other, and so makes them differ.
 *
 * @param projectName as known to the later report
 * @param occurredOn null for a retraction
 * @param reason as given; of a withdrawal its code
 * @param corrects the event that it corrects
 * @param shares its part of the difference, report 2 less report 1, by stage in order; only those that are not zero
 */
public record ExplainingEvent(
        long position,
        UUID eventId,
        UUID projectId,
        String projectName,
        long sequence,
        String type,
        @Nullable LocalDate occurredOn,
        Instant recordedAt,
        String actor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String documentNo,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID corrects,
        List<StageShare> shares) {
    static ExplainingEvent of(LoggedEvent event, String projectName, List<StageShare> shares) {
        Recorded recorded = event.recorded();
        Grounds grounds = Grounds.of(event.event());
        return new ExplainingEvent(
                event.position(),
                recorded.eventId(),
                event.projectId(),
                projectName,
                recorded.sequence(),
                event.type(),
                event.event().occurredOn(),
                recorded.recordedAt(),
                event.actor(),
                grounds.reason(),
                grounds.documentNo(),
                grounds.corrects(),
                shares);
    }
}
