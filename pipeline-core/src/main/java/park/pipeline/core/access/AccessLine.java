package park.pipeline.core.access;

import java.time.Instant;

/**
 * One line of the log of accesses.
 *
 * @param position 1, 2, 3 …, without gaps
 * @param bytes the line as it was sealed: RFC 8785 canonical JSON
 */
public record AccessLine(long position, Instant recordedAt, byte[] bytes) {}
