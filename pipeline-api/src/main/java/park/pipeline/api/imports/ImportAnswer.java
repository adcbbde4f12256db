package park.pipeline.api.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as a client sees it.
 *
 * @param rows how many rows the file has, heading and blank ones not counted
 * @param processed those of which it is settled what became of them: accepted, unchanged or rejected
 * @param errors all, in the order of the rows; left out in a list of imports
 * @param failure there exactly where {@code status} is FAILED
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportAnswer(
        UUID id,
        String status,
        boolean dryRun,
        int rows,
        int processed,
        int accepted,
        int unchanged,
        int rejected,
        @Nullable Iterable<Trouble> errors,
        @Nullable Failure failure) {
    /** One thing wrong with one row; the heading is row 1. */
    record Trouble(int row, String column, String code, String message) {}

    /** Why an import did not come to its end. */
    record Failure(String code, String message) {}
}
