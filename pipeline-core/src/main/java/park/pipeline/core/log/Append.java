package park.pipeline.core.log;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.person.KeyChange;
import park.pipeline.core.project.ClaimChange;

/**
 * What one command wants in the log: its events and its claims, stored together or not at all.
 *
 * @param actor who asked
 * @param lines at least one, with ascending sequences
 * @param claims what is taken and given back with them
 * @param content digest of an imported row, kept beside its reference; null for anything else
 * @param receipt what the caller is answered if he asks again; null where he gave no key
 * @param key what happens to a contact person's key with it; null for anything else
 */
public record Append(
        UUID projectId,
        String actor,
        List<Line> lines,
        ClaimChange claims,
        @Nullable String content,
        @Nullable Receipt receipt,
        @Nullable KeyChange key) {
    public Append {
        lines = List.copyOf(lines);
    }

    /**
     * An event on its way to the log, already in the form in which it is stored.
     *
     * @param follows the project's event before it, as the command knew it, without which it is not stored; null for the first
     *     one, those within a command, and where nobody looked
     */
    public record Line(
            UUID eventId,
            long sequence,
            @Nullable UUID follows,
            String type,
            int revision,
            @Nullable LocalDate occurredOn,
            byte[] data) {
        /** The same, where the log holds this event before it. */
        public Line following(@Nullable UUID before) {
            return new Line(eventId, sequence, before, type, revision, occurredOn, data);
        }
    }
}
