package park.pipeline.api.pages.analysis;

import org.jspecify.annotations.Nullable;
import park.pipeline.projections.stage.Conversion;
import park.pipeline.projections.stage.DurationRow;

/**
 * One group of projects.
 *
 * @param code what they share
 * @param days of the stage that is looked at; null where none of them was ever in it
 */
public record GroupRow(
        String code,
        String name,
        Conversion conversion,
        @Nullable DurationRow days) {}
