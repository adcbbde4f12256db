package park.pipeline.api.wiring;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import park.pipeline.core.project.Project;

/** The write side: the aggregate, the bus and the store. */
@Configuration
class CommandConfiguration {
    /** A stream with so many events behind its snapshot gets a new one. */
    private static final int LONG = 50;

    /** No transaction around a command: the log's writer owns the one that counts. */
    @Bean
    CommandBus commandBus() {
        return SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.instance())
                .build();
    }

    @Bean
    EventStore eventStore(EventStorageEngine engine) {
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    /** By hand and not by annotation, so that core needs no Spring. */
    @Autowired
    void aggregate(Configurer configurer) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(Project.class)
                .configureSnapshotTrigger(c -> new EventCountSnapshotTriggerDefinition(snapshotter(c), LONG)));
    }

    /** Spring's own one finds only aggregates that are beans, and makes no snapshot of ours without a word. */
    private static Snapshotter snapshotter(org.axonframework.config.Configuration axon) {
        return AggregateSnapshotter.builder()
                .eventStore(axon.eventStore())
                .aggregateFactories(new GenericAggregateFactory<>(Project.class))
                .repositoryProvider(axon::repository)
                .build();
    }
}
