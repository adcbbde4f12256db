package park.pipeline.core.project;

import java.time.Instant;
import java.util.UUID;

/**
 * An event with what the log adds to it.
 *
 * @param eventId unique over the whole log; corrections refer to it
 * @param sequence its place in the project's stream, from 1
 * @param recordedAt when the system learned it, UTC, microseconds; set by the log
 */
public record Recorded(UUID eventId, long sequence, Instant recordedAt, ProjectEvent event) {}
