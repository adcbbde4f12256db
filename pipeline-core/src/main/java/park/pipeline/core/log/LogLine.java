package park.pipeline.core.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the log as it is served, streamed and sealed: never read into an event, so that even a row that no release
 * can read can still be shown.
 *
 * @param data the stored bytes of the event's fields, canonical JSON
 */
public record LogLine(
        long position,
        UUID projectId,
        long sequence,
        UUID eventId,
        String type,
        int revision,
        Instant recordedAt,
        @Nullable LocalDate occurredOn,
        String actor,
        byte[] data) {
    /** The line's RFC 8785 bytes, without a newline: the keys stand in their canonical order, {@code data} is as stored. */
    public byte[] bytes() {
        StringBuilder head = new StringBuilder(160).append("{\"actor\":");
        CanonicalJson.quote(actor, head);
        head.append(",\"data\":");
        StringBuilder tail =
                new StringBuilder(320).append(",\"eventId\":\"").append(eventId).append("\",\"occurredOn\":");
        if (occurredOn == null) {
            tail.append("null");
        } else {
            tail.append('"').append(occurredOn).append('"');
        }
        tail.append(",\"position\":").append(position);
        tail.append(",\"projectId\":\"").append(projectId);
        tail.append("\",\"recordedAt\":\"").append(Micros.text(recordedAt));
        tail.append("\",\"revision\":").append(revision);
        tail.append(",\"sequence\":").append(sequence);
        tail.append(",\"type\":");
        CanonicalJson.quote(type, tail);
        tail.append('}');
        ByteArrayOutputStream line = new ByteArrayOutputStream(head.length() + data.length + tail.length());
        line.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        line.writeBytes(data);
        line.writeBytes(tail.toString().getBytes(StandardCharsets.UTF_8));
        return line.toByteArray();
    }
}
