package park.pipeline.core.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One dated value of a series, with the event that set it.
 *
 * @param day the day from which the value holds; a correction moves it
 * @param value what holds from then on
 * @param eventId the event that set it, also after a correction
 * @param sequence that event's place in the project's stream, from 1
 * @param recordedAt when that event was recorded, also after a correction
 */
public record Entry<T>(LocalDate day, T value, UUID eventId, long sequence, Instant recordedAt) {
    static <T> Entry<T> of(LocalDate day, T value, Recorded fact) {
        return new Entry<>(day, value, fact.eventId(), fact.sequence(), fact.recordedAt());
    }

    Entry<T> movedTo(LocalDate to) {
        return new Entry<>(to, value, eventId, sequence, recordedAt);
    }
}
