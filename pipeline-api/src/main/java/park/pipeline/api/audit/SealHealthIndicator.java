package park.pipeline.api.audit;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import park.pipeline.core.log.LogUnavailable;
import park.pipeline.core.seal.SealedTree;

/** Whether the log is being sealed, under {@code seal}. Commands go on while it is not: the log holds what will be sealed. */
@Component("seal")
class SealHealthIndicator implements HealthIndicator {
    private final SealTask task;
    private final SealedTree tree;

    SealHealthIndicator(SealTask task, SealedTree tree) {
        this.task = task;
        this.tree = tree;
    }

    @Override
    public Health health() {
        String cause = task.cause();
        if (cause != null) {
            return Health.down().withDetail("cause", cause).build();
        }
        try {
            return Health.up().withDetail("treeSize", tree.size()).build();
        } catch (LogUnavailable e) {
            return Health.down()
                    .withDetail("cause", "The database does not answer")
                    .build();
        }
    }
}
