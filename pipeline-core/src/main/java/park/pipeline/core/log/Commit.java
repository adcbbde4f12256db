package park.pipeline.core.log;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All events of one command, in order: what a view takes in at once, so that it never shows a part of a command.
 *
 * @param events at least one; all of one project and recorded at one instant
 */
public record Commit(List<LoggedEvent> events) {
    public Commit {
        events = List.copyOf(events);
    }

    public UUID projectId() {
        return events.getFirst().projectId();
    }

    /** The position of its last event: what a view has taken in once it has taken this commit. */
    public long position() {
        return events.getLast().position();
    }

    public Instant recordedAt() {
        return events.getFirst().recorded().recordedAt();
    }
}
