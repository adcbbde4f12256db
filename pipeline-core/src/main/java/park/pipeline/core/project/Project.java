package park.pipeline.core.project;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * The aggregate: decides by {@link Decision} (may refuse) and evolves by {@link Timeline} (only remembers).
 * Registered by the application, so that core needs no Spring. Every handler returns the stage that the project is in
 * afterwards.
 */
public class Project {
    /** Command metadata: the day in the park's time zone, a {@link LocalDate}. */
    public static final String TODAY = "today";
    /** Command metadata: the version that the caller has seen, a {@link Long}; absent where any will do. */
    public static final String EXPECTED_VERSION = "expectedVersion";
    /** Event metadata on the way to the log: the {@link ClaimChange} of the whole command, on its last event. */
    public static final String CLAIMS = "claims";

    @AggregateIdentifier
    private @Nullable UUID id;

    private Timeline timeline = Timeline.EMPTY;

    protected Project() {}

    private Project(UUID id, Timeline timeline) {
        this.id = id;
        this.timeline = timeline;
    }

    /** The project that remembers this, as if it had been read from its events. */
    public static Project remembering(UUID id, Timeline timeline) {
        return new Project(id, timeline);
    }

    /** What it remembers. */
    public Timeline timeline() {
        return timeline;
    }

    @CommandHandler
    public Project(ProjectCommand.RegisterLead c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
    }

    @CommandHandler
    public Project(ProjectCommand.ImportProject c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
    }

    @CommandHandlerInterceptor
    void refuseStale(@MetaDataValue(EXPECTED_VERSION) @Nullable Long expected) {
        if (expected != null && expected != timeline.version()) {
            throw new StaleVersion(expected, timeline.version());
        }
    }

    @CommandHandler
    Stage handle(ProjectCommand.OpenNegotiation c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.SignIntent c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.SignContract c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.BeginPermitting c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.GrantPermit c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.WaivePermit c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.StartConstruction c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.ReportProgress c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.CommenceProduction c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.ReachFullCapacity c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.Withdraw c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.Reopen c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.Assign c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.ReviseInvestment c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.LogContact c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.Amend c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.CorrectDate c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.Retract c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.AddContactPerson c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    @CommandHandler
    Stage handle(ProjectCommand.EraseContactPerson c, @MetaDataValue(value = TODAY, required = true) LocalDate today) {
        decide(c, today);
        return timeline.stage();
    }

    /** The log sets sequence and instant for good; decisions read neither instants nor positions. */
    @EventSourcingHandler
    void evolve(ProjectEvent event, DomainEventMessage<?> message) {
        id = UUID.fromString(message.getAggregateIdentifier());
        timeline = timeline.after(new Recorded(
                UUID.fromString(message.getIdentifier()),
                message.getSequenceNumber() + 1,
                message.getTimestamp(),
                event));
    }

    /** In a constructor Axon applies events only afterwards: what is decided on must not be read from the timeline. */
    private void decide(ProjectCommand command, LocalDate today) {
        id = command.projectId();
        List<ProjectEvent> events = Decision.of(command, timeline, today);
        ClaimChange claims = ClaimChange.of(timeline, events);
        for (int i = 0; i < events.size(); i++) {
            boolean last = i == events.size() - 1;
            AggregateLifecycle.apply(events.get(i), last ? MetaData.with(CLAIMS, claims) : MetaData.emptyInstance());
        }
    }
}
