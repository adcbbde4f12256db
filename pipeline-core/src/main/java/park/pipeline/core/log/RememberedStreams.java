package park.pipeline.core.log;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import park.pipeline.core.project.ProjectEvent;
import park.pipeline.core.project.Recorded;
import park.pipeline.core.project.Timeline;

/** The streams that commands are decided on: what is remembered of them, and what the log holds behind that. */
final class RememberedStreams {
    private final ProjectStreams streams;
    private final OtherWriters others;
    private final Snapshots snapshots = new Snapshots();

    RememberedStreams(ProjectStreams streams, OtherWriters others) {
        this.streams = streams;
        this.others = others;
        others.onGoneBack(snapshots::forget);
    }

    /** What is remembered of a project. */
    Optional<Timeline> of(UUID projectId) {
        return Optional.ofNullable(snapshots.of(projectId)).map(Snapshots.Snapshot::timeline);
    }

    /**
     * The events behind this version. The log is not asked where the command does without, and nobody else is known to have
     * written since it was.
     *
     * @throws ConcurrencyException if the log no longer holds what was remembered, all of which is forgotten then; or if a
     *     command began with what nobody remembers any more, so that nobody can tell
     */
    List<LoggedEvent> behind(UUID projectId, long version, Submission submission) {
        Snapshots.Snapshot known = snapshots.of(projectId);
        long written = others.until();
        if (submission.isOptimistic() && known != null && known.version() == version && known.knownAt() >= written) {
            submission.decidedOn(known.lastEvent(), true);
            return List.of();
        }
        // The last event of a snapshot is read once more: a database may have been restored under a running node.
        List<LoggedEvent> events = streams.of(projectId, Math.max(1, version), Long.MAX_VALUE);
        if (!snapshots.carryOn(projectId, version, events, written) && CurrentUnitOfWork.isStarted()) {
            throw new ConcurrencyException("The log no longer holds what was remembered of project " + projectId);
        }
        if (!events.isEmpty()) {
            submission.decidedOn(events.getLast().recorded().eventId(), false);
        }
        return events.stream()
                .filter(event -> event.recorded().sequence() > version)
                .toList();
    }

    /** Remembers what was stored. */
    void appended(UUID projectId, List<? extends EventMessage<?>> events, Appended place) {
        List<Recorded> stored = events.stream()
                .map(event -> recorded((DomainEventMessage<?>) event, place))
                .toList();
        snapshots.appended(projectId, stored, place.position());
    }

    private static Recorded recorded(DomainEventMessage<?> event, Appended place) {
        return new Recorded(
                UUID.fromString(event.getIdentifier()),
                event.getSequenceNumber() + 1,
                place.recordedAt(),
                (ProjectEvent) event.getPayload());
    }

    /** Whoever decides on this project next looks at the log. */
    void doubt(UUID projectId) {
        snapshots.doubt(projectId);
    }
}
