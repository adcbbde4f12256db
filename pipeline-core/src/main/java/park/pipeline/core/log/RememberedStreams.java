package park.pipeline.core.log;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
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

    /** What is remembered of a project; the command goes on with it, even if it is forgotten meanwhile. */
    Optional<Timeline> of(UUID projectId, Submission submission) {
        Snapshots.Snapshot known = snapshots.of(projectId);
        submission.decidesOn(known, false);
        return Optional.ofNullable(known).map(Snapshots.Snapshot::timeline);
    }

    /**
     * The events behind the version with which the command began. The log is not asked where the command does without, and nobody
     * else is known to have written since it was.
     *
     * @throws ConcurrencyException if the log no longer holds what was remembered; all that is remembered is forgotten then: a
     *     database that was restored under a running node may lack more than this
     */
    List<LoggedEvent> behind(UUID projectId, long version, Submission submission) {
        Snapshots.Snapshot known = submission.decidesOn(version);
        long written = others.until();
        if (submission.isOptimistic() && known != null && known.knownAt() >= written) {
            submission.decidesOn(known, true);
            return List.of();
        }
        // The last event of a snapshot is read once more: a database may have been restored under a running node.
        List<LoggedEvent> events = streams.of(projectId, Math.max(1, version), Long.MAX_VALUE);
        if (known != null && !known.isIn(events)) {
            snapshots.forget();
            throw new ConcurrencyException("The log no longer holds what was remembered of project " + projectId);
        }
        List<LoggedEvent> behind = events.stream()
                .filter(event -> event.recorded().sequence() > version)
                .toList();
        if (known != null || version == 0) { // else it is no command that reads, but somebody who begins in the middle
            submission.decidesOn(remember(projectId, known, behind, written), false);
        }
        return behind;
    }

    private Snapshots.@Nullable Snapshot remember(
            UUID projectId, Snapshots.@Nullable Snapshot known, List<LoggedEvent> behind, long written) {
        return snapshots.remember(
                projectId, known, behind.stream().map(LoggedEvent::recorded).toList(), written);
    }

    /** Remembers what was stored behind what the command was decided on. */
    void appended(UUID projectId, List<? extends EventMessage<?>> events, Appended place, Submission submission) {
        List<Recorded> stored = events.stream()
                .map(event -> recorded((DomainEventMessage<?>) event, place))
                .toList();
        long version = stored.getFirst().sequence() - 1;
        Snapshots.Snapshot known = submission.decidesOn(version);
        if (known != null || version == 0) {
            snapshots.remember(projectId, known, stored, place.position());
        }
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
