package park.pipeline.api.node;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import park.pipeline.api.wiring.Background;
import park.pipeline.api.wiring.NodeId;
import park.pipeline.api.wiring.ViewFeeding;
import park.pipeline.core.log.LogDialect;
import park.pipeline.projections.view.ViewPositions;

/**
 * The heartbeat of this process among several on one database: each second it says that it lives, feeds its share of the
 * views, and hears which views stand still elsewhere. An embedded database has one process, which feeds all.
 */
@Component
class NodeTask implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NodeTask.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final String node;
    private final boolean shared;
    private final Nodes nodes;
    private final ViewPositions positions;
    private final ViewFeeding feeding;
    private final List<AliveNodes> listeners;
    private final Background living = new Background("node", this::beat, Duration.ofSeconds(1), this::leave);
    private Set<String> share;
    private boolean cutOff;

    NodeTask(
            NodeId node,
            LogDialect dialect,
            Nodes nodes,
            ViewPositions positions,
            ViewFeeding feeding,
            List<AliveNodes> listeners) {
        this.node = node.value();
        this.shared = dialect.isShared();
        this.nodes = nodes;
        this.positions = positions;
        this.feeding = feeding;
        this.listeners = listeners;
        this.share = Set.copyOf(positions.names());
    }

    @Override
    public void start() {
        if (shared) {
            LOG.info("This node is {}", node);
            living.start();
        }
    }

    private void beat() {
        try {
            nodes.beat(node);
            List<String> alive = nodes.alive();
            feedShare(ViewShare.of(node, alive, positions.names()));
            nodes.tellStops(node, positions.stops().here());
            positions.stops().elsewhere(nodes.stopsOfOthers(node));
            nodes.askedToResume(node).forEach(feeding::restart);
            listeners.forEach(listener -> listener.are(Set.copyOf(alive)));
            if (cutOff) {
                LOG.info("The database answers again");
                // Left alone they would try again by themselves, but up to a minute later.
                share.forEach(feeding::restart);
            }
            cutOff = false;
        } catch (DataAccessException | TransactionException e) {
            if (!cutOff) {
                LOG.warn("The database does not answer", e);
            }
            cutOff = true;
        }
    }

    private void feedShare(Set<String> now) {
        if (!now.equals(share)) {
            LOG.info("This node feeds the views {}", now);
        }
        for (String view : positions.names()) {
            feeding.feed(view, now.contains(view));
            if (!now.contains(view)) {
                positions.stops().forget(view);
            }
        }
        share = now;
    }

    private void leave() {
        try {
            nodes.leave(node);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The other nodes will notice by the silence that this one has left", e);
        }
    }

    @Override
    public void stop() {
        living.stop(PATIENCE);
    }

    @Override
    public boolean isRunning() {
        return living.isRunning();
    }

    /** Next to Axon: begins once its processors run, and ends before they are stopped. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE + 1;
    }
}
