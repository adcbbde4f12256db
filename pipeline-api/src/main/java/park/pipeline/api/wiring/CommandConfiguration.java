package park.pipeline.api.wiring;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import park.pipeline.core.project.Project;
import park.pipeline.core.project.ProjectCommand;

/** The write side: the aggregate, the bus and the store. */
@Configuration
class CommandConfiguration {
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

    /** By hand and not by annotation, so that core needs no Spring. Axon would look for the project's id by reflection. */
    @Autowired
    void aggregate(Configurer configurer) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(Project.class)
                .configureCommandTargetResolver(c -> command ->
                        new VersionedAggregateIdentifier(((ProjectCommand) command.getPayload()).projectId(), null)));
    }
}
