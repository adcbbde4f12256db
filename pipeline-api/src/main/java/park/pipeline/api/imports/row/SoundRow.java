package park.pipeline.api.imports.row;

import java.util.Objects;
import park.pipeline.core.project.Claim;
import park.pipeline.core.project.ProjectCommand.ImportProject;

/**
 * A row whose cells are all in order.
 *
 * @param number its place in the file; the heading is 1
 * @param content digest of what it asks for, kept in the log beside its reference
 */
public record SoundRow(int number, ImportProject ask, String content) {
    /** Its reference, which tells whether the row was imported before. */
    public Claim reference() {
        return new Claim(
                Claim.Kind.REFERENCE, Objects.requireNonNull(ask.profile().reference(), "A sound row has a reference"));
    }
}
