package park.pipeline.api.wiring;

import java.util.UUID;

/**
 * The name of this process among those that share a database.
 *
 * @param value unique: {@code pipeline.node-id}, or else made up anew at each start
 */
public record NodeId(String value) {
    /** An embedded database has one process, which is always the same one. */
    private static final String ALONE = "alone";

    static NodeId of(PipelineSettings settings, boolean shared) {
        if (!settings.nodeId().isBlank()) {
            return new NodeId(settings.nodeId());
        }
        // not pid@host, which containers share
        return new NodeId(shared ? ProcessHandle.current().pid() + "-" + UUID.randomUUID() : ALONE);
    }
}
