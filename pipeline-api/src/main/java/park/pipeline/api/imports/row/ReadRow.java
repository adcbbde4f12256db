package park.pipeline.api.imports.row;

import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.imports.table.Column;
import park.pipeline.core.project.ProjectCommand.ImportProject;

/**
 * A row as it was read.
 *
 * @param number its place in the file; the heading is 1
 * @param ask what it asks for; null where its days cannot be told. With errors it holds stand-ins, and is only good to
 *     look for more errors
 * @param leadColumn the column from which the registration has its day
 * @param errors what is wrong with single cells
 */
public record ReadRow(int number, @Nullable ImportProject ask, Column leadColumn, List<RowError> errors) {
    public ReadRow {
        errors = List.copyOf(errors);
    }

    /** The row if nothing is wrong with any of its cells; else null. */
    public @Nullable SoundRow sound() {
        return ask == null || !errors.isEmpty() ? null : new SoundRow(number, ask, RowDigest.of(ask));
    }
}
