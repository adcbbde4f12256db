package park.pipeline.projections.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact person of a project; one who was erased has no name any more, nor anything else.
 *
 * @param actor who added the person
 * @param erasedAt null where nobody has erased the person
 */
public record ContactItem(
        UUID contactId,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String position,
        boolean erased,
        Instant recordedAt,
        String actor,
        @Nullable Instant erasedAt,
        long sequence) {
    /** Nobody's name gets into a log file by accident. */
    @Override
    public String toString() {
        return "ContactItem[" + contactId + "]";
    }
}
