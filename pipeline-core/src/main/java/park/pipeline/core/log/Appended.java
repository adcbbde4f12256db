package park.pipeline.core.log;

import java.time.Instant;

/**
 * Where a command's events ended up.
 *
 * @param position of its last event
 * @param version of the project after it
 * @param recordedAt of all its events
 */
public record Appended(long position, long version, Instant recordedAt) {}
