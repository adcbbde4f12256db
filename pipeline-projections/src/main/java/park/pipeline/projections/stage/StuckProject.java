package park.pipeline.projections.stage;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Enterprise;
import park.pipeline.core.project.Stage;

/**
 * A project that has not come on.
 *
 * @param name as known at the instant that was asked for, as is the enterprise
 * @param stage where it stands on the day
 * @param since the day from which its waiting counts
 * @param days from then to the day, at least 0
 * @param investmentCny on the day, whole yuan; null where unknown
 * @param team on the day; null where there is none
 */
public record StuckProject(
        UUID projectId,
        String name,
        Enterprise enterprise,
        Stage stage,
        LocalDate since,
        long days,
        @Nullable Long investmentCny,
        @Nullable String team) {}
