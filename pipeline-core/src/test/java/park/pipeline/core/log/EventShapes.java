package park.pipeline.core.log;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.ProjectEvent;
import park.pipeline.core.project.Remarks;

/** What the fields of an event are, as text: by the classes of today, and as {@code event-shapes.txt} has kept it. */
final class EventShapes {
    private EventShapes() {}

    /** The kept shapes by their names, in the order of the file. */
    static Map<String, String> kept() {
        try (InputStream in = EventShapes.class.getResourceAsStream("/event-shapes.txt")) {
            Map<String, String> kept = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" = ", 2))
                    .forEach(line -> kept.put(line[0], line[1]));
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shapes of the newest revisions, of what stands beside every event's fields, and of all codes in them. */
    static Map<String, String> ofToday() {
        Map<String, String> shapes = new TreeMap<>();
        for (Class<?> event : ProjectEvent.class.getPermittedSubclasses()) {
            EventType type = EventTypes.of(event);
            shapes.put(type.name() + ".r" + type.revision(), of(event, shapes));
        }
        shapes.put("remarks", of(Remarks.class, shapes));
        return shapes;
    }

    /** The fields of a record; the codes of an enum among them are noted apart, since they may become more. */
    static String of(Class<?> record, Map<String, String> codes) {
        return Arrays.stream(record.getRecordComponents())
                .filter(field -> field.getType() != Remarks.class)
                .map(field -> field.getName() + optional(field) + ": " + of(field.getGenericType(), codes))
                .collect(joining(", ", "{", "}"));
    }

    private static String of(Type type, Map<String, String> codes) {
        if (type instanceof ParameterizedType generic) {
            return ((Class<?>) generic.getRawType()).getSimpleName() + " of "
                    + of(generic.getActualTypeArguments()[0], codes);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            codes.put(
                    plain.getSimpleName(),
                    Arrays.stream(plain.getEnumConstants())
                            .map(code -> ((Enum<?>) code).name())
                            .collect(joining(" ")));
        }
        return plain.isRecord() ? of(plain, codes) : plain.getSimpleName();
    }

    private static String optional(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "?" : "";
    }
}
