package park.pipeline.projections.funnel;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of the ledger: from this day on, so many more or fewer in this group.
 *
 * @param position the event that posted it
 * @param line number of the line among those of the event, from 0
 * @param recordedAt when the event was recorded
 */
record Posting(long position, int line, Instant recordedAt, LocalDate from, Group group, Amounts change) {}
