package park.pipeline.core.log;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import park.pipeline.core.project.Project;
import park.pipeline.core.project.ProjectCommand;

/** The write side as the application wires it, without Spring: bus, aggregate, store, and our engine under them. */
final class AxonByHand {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final List<DomainEventMessage<?>> applied = new CopyOnWriteArrayList<>();

    AxonByHand(PipelineEventStorageEngine engine) {
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        store.subscribe(messages -> messages.forEach(message -> applied.add((DomainEventMessage<?>) message)));
        Repository<Project> projects =
                EventSourcingRepository.builder(Project.class).eventStore(store).build();
        AggregateAnnotationCommandHandler.<Project>builder()
                .aggregateType(Project.class)
                .repository(projects)
                .build()
                .subscribe(bus);
    }

    /** Sends a command and gives what its handler answered; fails as the command failed. */
    Object send(ProjectCommand command, Submission submission) {
        FutureCallback<ProjectCommand, Object> callback = new FutureCallback<>();
        bus.dispatch(
                new GenericCommandMessage<>(command, Map.of(Project.TODAY, TODAY, Submission.KEY, submission)),
                callback);
        CommandResultMessage<?> result = callback.getResult();
        if (result.isExceptional() && result.exceptionResult() instanceof RuntimeException failure) {
            throw failure;
        }
        return result.getPayload();
    }

    /** The events as the aggregate applied them, before they were stored. */
    List<DomainEventMessage<?>> applied() {
        return applied;
    }
}
