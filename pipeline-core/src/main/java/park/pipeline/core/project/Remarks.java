package park.pipeline.core.project;

import org.jspecify.annotations.Nullable;

/**
 * What any event may carry beside its own facts.
 *
 * @param note free text up to 2,000 characters
 * @param precision how exact the event's day is
 * @param imported whether an import wrote it
 */
public record Remarks(@Nullable String note, Precision precision, boolean imported) {
    public static final Remarks NONE = new Remarks(null, Precision.DAY, false);
}
