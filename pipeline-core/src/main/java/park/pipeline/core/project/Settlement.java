package park.pipeline.core.project;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A permit that is granted or waived.
 *
 * @param waived false: granted
 * @param day when it was settled
 * @param sequence place of the event in the project's stream
 */
public record Settlement(
        Permit permit,
        boolean waived,
        LocalDate day,
        @Nullable String documentNo,
        UUID eventId,
        long sequence) {}
