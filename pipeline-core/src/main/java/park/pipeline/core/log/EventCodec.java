package park.pipeline.core.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Precision;
import park.pipeline.core.project.ProjectEvent;
import park.pipeline.core.project.Remarks;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as the {@code data} of its line in the log, and back. {@code occurredOn} stands on the line itself; note,
 * precision and the mark of an import stand beside the event's own fields, and only where they say something.
 */
public final class EventCodec {
    private final JsonMapper json = JsonMapper.builder()
            .addModule(ChangeJson.module())
            .annotationIntrospector(new LineValues.Components())
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** An event on its way to the log, in the oldest revision that says all of it. */
    public Append.Line line(UUID eventId, long sequence, ProjectEvent event) {
        EventType type = EventTypes.of(event.getClass());
        ObjectNode fields = fields(event);
        return new Append.Line(
                eventId,
                sequence,
                null,
                type.name(),
                type.revisionFor(fields),
                event.occurredOn(),
                data(fields, event));
    }

    /** The data of a stored event as the newest revision has it: for those who show it and know no older one. */
    public byte[] newest(LoggedEvent event) {
        return event.revision() == EventTypes.named(event.type()).revision()
                ? event.data()
                : data(fields(event.event()), event.event());
    }

    /**
     * Reads a stored event of any revision.
     *
     * @throws UnreadableEvent if the name, the revision or a field is unknown to this release
     */
    public ProjectEvent event(String type, int revision, @Nullable LocalDate occurredOn, byte[] data) {
        EventType known = EventTypes.named(type);
        try (EventParser fields = new EventParser(parser(known, revision, data))) {
            @Nullable
            ProjectEvent event = json.readerFor(known.payload())
                    .with(new LineValues(occurredOn, fields))
                    .readValue(fields);
            if (event == null || !Objects.equals(event.occurredOn(), occurredOn)) {
                throw new IllegalArgumentException("No fields, or no day of its own");
            }
            return event;
        } catch (JacksonException | ClassCastException | IllegalArgumentException e) {
            throw new UnreadableEvent("Cannot read " + type + " revision " + revision, e);
        }
    }

    /** Only an older revision needs a tree, in which its own fields are changed. */
    private JsonParser parser(EventType type, int revision, byte[] data) {
        return revision == type.revision()
                ? json.createParser(data)
                : json.treeAsTokens(type.upcast(revision, (ObjectNode) json.readTree(data)));
    }

    /** Stored data as a tree, for those who show it. */
    public JsonNode tree(byte[] data) {
        return json.readTree(data);
    }

    /** The canonical bytes of any map of plain values: lines of the log, digests. */
    public byte[] canonical(Map<String, ? extends @Nullable Object> fields) {
        return CanonicalJson.bytes(json.valueToTree(fields));
    }

    private ObjectNode fields(ProjectEvent event) {
        ObjectNode fields = json.valueToTree(event);
        fields.remove(LineValues.DAY);
        fields.remove(LineValues.REMARKS);
        return fields;
    }

    /** The canonical bytes that are stored, served and sealed. */
    private static byte[] data(ObjectNode fields, ProjectEvent event) {
        Remarks remarks = event.remarks();
        if (remarks.note() != null) {
            fields.put(EventParser.NOTE, remarks.note());
        }
        if (remarks.precision() != Precision.DAY) {
            fields.put(EventParser.PRECISION, remarks.precision().name());
        }
        if (remarks.imported()) {
            fields.put(EventParser.IMPORTED, true);
        }
        return CanonicalJson.bytes(fields);
    }
}
