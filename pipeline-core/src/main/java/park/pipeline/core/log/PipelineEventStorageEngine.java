package park.pipeline.core.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.ClaimChange;
import park.pipeline.core.project.Project;
import park.pipeline.core.project.ProjectEvent;

/**
 * Axon's door to our log. Axon's own engines give positions that become visible out of order, so that a reader can pass
 * a gap and miss the event that fills it later (AxonFramework#4829, #2958); ours become visible in their order. Sequences
 * count from 0 on Axon's side and from 1 in the log.
 */
public final class PipelineEventStorageEngine implements EventStorageEngine {
    private static final String AGGREGATE_TYPE = Project.class.getSimpleName();
    private static final int PAGE = 1_000;

    private final LogWriter writer;
    private final LogReader reader;
    private final EventCodec codec;
    private final RememberedStreams streams;

    public PipelineEventStorageEngine(LogWriter writer, LogReader reader, EventCodec codec) {
        this.writer = writer;
        this.reader = reader;
        this.codec = codec;
        this.streams = new RememberedStreams(reader.streams(), writer.others());
    }

    /**
     * Stores the events of one command, and returns when they are safe on disk, unless the command's {@link Submission}
     * awaits them itself.
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        Submission submission = Submission.current();
        List<Append.Line> lines = new ArrayList<>();
        for (EventMessage<?> event : events) {
            lines.add(line(event).following(lines.isEmpty() ? submission.lastEvent() : null));
        }
        UUID projectId = UUID.fromString(((DomainEventMessage<?>) events.getFirst()).getAggregateIdentifier());
        Object claims = events.getLast().getMetaData().getOrDefault(Project.CLAIMS, ClaimChange.NONE);
        try {
            Appended appended = submission.inLine(writer.submit(new Append(
                    projectId,
                    submission.actor(),
                    lines,
                    (ClaimChange) claims,
                    submission.content(),
                    submission.receipt(),
                    submission.key())));
            if (appended != null) {
                streams.appended(projectId, events, appended, submission);
            }
        } catch (RuntimeException | Error e) {
            streams.doubt(projectId);
            throw e;
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        List<LoggedEvent> events =
                streams.behind(UUID.fromString(aggregateIdentifier), firstSequenceNumber, Submission.current());
        return DomainEventStream.of(events.stream().map(PipelineEventStorageEngine::domainEvent));
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return StreamSupport.stream(new Pages(CommitSource.position(token)), false);
    }

    /** Snapshots come about as streams are read: nobody has to make them. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException(
                "A snapshot of " + snapshot.getAggregateIdentifier() + " is not stored");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        UUID projectId = UUID.fromString(aggregateIdentifier);
        return streams.of(projectId, Submission.current())
                .map(timeline -> new GenericDomainEventMessage<>(
                        AGGREGATE_TYPE,
                        aggregateIdentifier,
                        timeline.version() - 1,
                        Project.remembering(projectId, timeline)));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.head());
    }

    private Append.Line line(EventMessage<?> message) {
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        return codec.line(UUID.fromString(event.getIdentifier()), event.getSequenceNumber() + 1, (ProjectEvent)
                event.getPayload());
    }

    private static DomainEventMessage<ProjectEvent> domainEvent(LoggedEvent logged) {
        return new GenericDomainEventMessage<>(
                AGGREGATE_TYPE,
                logged.projectId().toString(),
                logged.recorded().sequence() - 1,
                logged.event(),
                MetaData.emptyInstance(),
                logged.recorded().eventId().toString(),
                logged.recorded().recordedAt());
    }

    /** The log as a stream that fetches the next page when one is used up. */
    private final class Pages extends Spliterators.AbstractSpliterator<TrackedEventMessage<?>> {
        private long position;
        private List<LoggedEvent> page = List.of();
        private int next;

        Pages(long position) {
            super(Long.MAX_VALUE, ORDERED | NONNULL);
            this.position = position;
        }

        @Override
        public boolean tryAdvance(Consumer<? super TrackedEventMessage<?>> action) {
            if (next == page.size()) {
                page = reader.after(position, PAGE);
                next = 0;
                if (page.isEmpty()) {
                    return false;
                }
            }
            LoggedEvent logged = page.get(next++);
            position = logged.position();
            action.accept(new GenericTrackedDomainEventMessage<>(
                    new GlobalSequenceTrackingToken(position), domainEvent(logged)));
            return true;
        }
    }
}
