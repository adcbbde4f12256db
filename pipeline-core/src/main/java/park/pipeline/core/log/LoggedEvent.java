package park.pipeline.core.log;

import java.util.UUID;
import park.pipeline.core.project.ProjectEvent;
import park.pipeline.core.project.Recorded;

/**
 * One line of the log.
 *
 * @param position its place in the global order: 1, 2, 3 …, without gaps
 * @param projectId the stream that it belongs to
 * @param type its stable name
 * @param revision the revision it was written in
 * @param actor who asked for it
 * @param data its fields as stored, canonical JSON, byte for byte
 * @param recorded the event itself, read by today's code
 */
public record LoggedEvent(
        long position, UUID projectId, String type, int revision, String actor, byte[] data, Recorded recorded) {
    public ProjectEvent event() {
        return recorded.event();
    }
}
