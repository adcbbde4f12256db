package park.pipeline.projections.stage;

import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Stage;

/**
 * How long projects stay in one stage.
 *
 * @param completed intervals that ended on or before the day
 * @param medianDays their median, nearest rank; null where there are none
 * @param p90Days the days that nine in ten of them did not exceed, nearest rank; null where there are none
 * @param open projects in the stage on the day
 * @param openMedianDays median of their days up to the day; null where there are none
 */
public record DurationRow(
        Stage stage,
        long completed,
        @Nullable Long medianDays,
        @Nullable Long p90Days,
        long open,
        @Nullable Long openMedianDays) {}
