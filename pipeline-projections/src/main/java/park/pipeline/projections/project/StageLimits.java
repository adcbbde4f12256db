package park.pipeline.projections.project;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Stage;

/**
 * How many days a project may spend in a stage before its light changes.
 *
 * @param days by stage, above 0; a stage that is left out has no limit
 */
public record StageLimits(Map<Stage, Integer> days) {
    public static final StageLimits DEFAULT = new StageLimits(Map.of(
            Stage.LEAD, 60,
            Stage.NEGOTIATION, 90,
            Stage.INTENT, 90,
            Stage.CONTRACT, 60,
            Stage.PERMITTING, 180,
            Stage.CONSTRUCTION, 730));

    public StageLimits {
        days = Map.copyOf(days);
    }

    /** A project's light on a day: none up to the limit, RED where twice the days exceed three times the limit. */
    public @Nullable Light light(Stage stage, LocalDate since, LocalDate today) {
        Integer limit = days.get(stage);
        long spent = ChronoUnit.DAYS.between(since, today);
        if (limit == null || spent <= limit) {
            return null;
        }
        return 2 * spent > 3L * limit ? Light.RED : Light.YELLOW;
    }

    /** The last day of entry that gives a project in this stage this light or a worse one on {@code today}. */
    LocalDate lastEntryWith(Light light, int limit, LocalDate today) {
        // YELLOW: spent ≥ limit + 1. RED: 2 · spent ≥ 3 · limit + 1, so spent ≥ ⌊3 · limit / 2⌋ + 1 whole days.
        long spent = light == Light.YELLOW ? limit + 1L : 3L * limit / 2 + 1;
        return today.minusDays(spent);
    }
}
