package park.pipeline.api.wiring;

import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.async.SequentialPolicy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.CommitSource;
import park.pipeline.core.log.LogDialect;
import park.pipeline.core.log.LogReader;
import park.pipeline.projections.view.View;
import park.pipeline.projections.view.ViewPositions;
import park.pipeline.projections.view.ViewProjector;
import park.pipeline.projections.view.WatchedSource;

/**
 * One streaming processor a view, with one segment: a view never shows a state that the log never had. A failing event
 * stops its view; Axon would log it and go on.
 */
@Configuration
class ViewProcessors {
    /** The only one of each view. */
    static final int SEGMENT = 0;

    /** So often a claim is made anew, and one that was not to be had is tried again. */
    private static final long CLAIM_EVERY_MS = 1_000;
    /** Commits in one transaction: enough to spread its cost, few enough that a reader does not wait long. */
    private static final int BATCH = 500;

    @Autowired
    void register(
            EventProcessingConfigurer processing,
            List<View> views,
            JdbcTemplate jdbc,
            LogReader reader,
            LogDialect dialect,
            CommitSource source,
            ViewPositions positions,
            ViewProjector.Watch watch,
            TransactionManager transactions) {
        TransactionManager derived = new DerivedTransactions(transactions, jdbc, dialect);
        SequentialPolicy everythingInOrder = new SequentialPolicy();
        processing.registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance());
        processing.registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance());
        processing.registerDefaultSequencingPolicy(c -> everythingInOrder);
        processing.byDefaultAssignHandlerInstancesTo(
                handler -> handler instanceof ViewProjector projector ? projector.viewName() : "other");
        for (View view : views) {
            ViewProjector projector = new ViewProjector(view, jdbc, reader, positions, watch);
            processing.registerEventHandler(c -> projector);
            processing.registerPooledStreamingEventProcessor(
                    view.name(),
                    c -> new WatchedSource(source, view.name(), positions),
                    (c, processor) -> processor
                            .initialSegmentCount(1)
                            .batchSize(BATCH)
                            .coordinatorExecutor(name -> scheduler(name, c))
                            .tokenClaimInterval(CLAIM_EVERY_MS)
                            .claimExtensionThreshold(CLAIM_EVERY_MS)
                            .transactionManager(derived)
                            // The tail itself, not a replay token: building a view up has no effects to hold back.
                            .initialToken(s -> s.createTailToken()));
        }
    }

    private static EagerScheduler scheduler(String view, org.axonframework.config.Configuration axon) {
        EagerScheduler scheduler = new EagerScheduler(view);
        axon.onShutdown(scheduler::shutdown);
        return scheduler;
    }
}
