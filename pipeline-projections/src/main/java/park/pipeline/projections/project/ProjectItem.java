package park.pipeline.projections.project;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Enterprise;
import park.pipeline.core.project.ProjectKind;
import park.pipeline.core.project.Stage;

/**
 * One project in a list, as it is now.
 *
 * @param stageSince the day of the last stage entry in force
 * @param daysInStage from that day to today
 * @param light null where the stage's limit is not exceeded
 * @param investmentCny whole yuan; null where unknown
 * @param version the number of its events
 */
public record ProjectItem(
        UUID id,
        @Nullable String reference,
        String name,
        Enterprise enterprise,
        String industry,
        ProjectKind kind,
        @Nullable String origin,
        @Nullable String team,
        @Nullable String owner,
        Stage stage,
        LocalDate stageSince,
        long daysInStage,
        @Nullable Light light,
        @Nullable Long investmentCny,
        long version) {}
