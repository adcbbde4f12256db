package park.pipeline.core.log;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import park.pipeline.core.project.Claim;
import park.pipeline.core.project.ClaimChange;
import park.pipeline.core.project.ContactChannel;
import park.pipeline.core.project.ProjectEvent;
import park.pipeline.core.project.Remarks;

/** Appends as commands make them, down to the bytes. */
final class Appends {
    static final String ACTOR = "tester";
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final EventCodec CODEC = new EventCodec();

    private Appends() {}

    /** So many events, the first with this sequence. */
    static Append of(UUID projectId, long from, int count) {
        return with(projectId, from, count, ClaimChange.NONE);
    }

    /** The first event of a project. */
    static Append first(UUID projectId) {
        return of(projectId, 1, 1);
    }

    static Append taking(UUID projectId, long sequence, Claim... claims) {
        return with(projectId, sequence, 1, new ClaimChange(Set.of(claims), Set.of()));
    }

    static Append releasing(UUID projectId, long sequence, Claim... claims) {
        return with(projectId, sequence, 1, new ClaimChange(Set.of(), Set.of(claims)));
    }

    static Append.Line line(UUID eventId, long sequence) {
        return CODEC.line(eventId, sequence, event(sequence));
    }

    static ProjectEvent event(long sequence) {
        return new ProjectEvent.ContactLogged(DAY, ContactChannel.VISIT, "来访 " + sequence, null, Remarks.NONE);
    }

    private static Append with(UUID projectId, long from, int count, ClaimChange claims) {
        return new Append(
                projectId,
                ACTOR,
                LongStream.range(from, from + count)
                        .mapToObj(sequence -> line(UUID.randomUUID(), sequence))
                        .toList(),
                claims,
                null,
                null,
                null);
    }
}
