package park.pipeline.api.pages.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import park.pipeline.api.audit.KeyInUse;
import park.pipeline.api.audit.SealTask;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.seal.SealKey;
import park.pipeline.core.seal.SealedTree;

/** How the seal is doing, in one line. */
@Component
class SealLine {
    /**
     * What is told of it.
     *
     * @param treeSize events under the newest checkpoint; 0 before the first
     * @param ageSeconds of the newest checkpoint
     * @param behind events that no checkpoint holds yet
     * @param key the verifier key; null where there is none
     * @param cause why nothing is sealed; null where it is
     */
    public record Told(
            long treeSize,
            @Nullable String root,
            @Nullable Instant signedAt,
            long ageSeconds,
            long behind,
            @Nullable String note,
            @Nullable String key,
            @Nullable String cause) {}

    private final SealedTree tree;
    private final SealTask task;
    private final KeyInUse inUse;
    private final LogReader log;
    private final Clock clock;

    SealLine(SealedTree tree, SealTask task, KeyInUse inUse, LogReader log, Clock clock) {
        this.tree = tree;
        this.task = task;
        this.inUse = inUse;
        this.log = log;
        this.clock = clock;
    }

    Told told() {
        SealedTree.Stored newest = tree.newest();
        long head = log.head();
        SealKey key = inUse.key();
        String verifier = key == null ? null : key.verifier().toString();
        if (newest == null) {
            return new Told(0, null, null, 0, head, null, verifier, task.cause());
        }
        return new Told(
                newest.size(),
                newest.root().base64(),
                newest.recordedAt(),
                Math.max(
                        0,
                        Duration.between(newest.recordedAt(), clock.instant()).toSeconds()),
                Math.max(0, head - newest.size()),
                newest.note(),
                verifier,
                task.cause());
    }
}
