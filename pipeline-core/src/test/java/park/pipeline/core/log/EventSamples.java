package park.pipeline.core.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.ProjectEvent;

/**
 * The stored samples in {@code src/test/resources/events}: {@code data} of the log byte for byte, one or more a type and
 * revision. Released samples are never edited: what was once written must be read for ever.
 */
public final class EventSamples {
    /** The day on the line of every sample but of retractions and contact persons, which have none. */
    public static final LocalDate DAY = LocalDate.parse("2023-07-31");

    /** {@code variant}: empty for the sample with everything, else what is special in this one. */
    public record Sample(String type, int revision, String variant, byte[] data) {
        public @Nullable LocalDate occurredOn() {
            return type.equals("EntryRetracted") || type.startsWith("ContactPerson") ? null : DAY;
        }

        @Override
        public String toString() {
            return type + ".r" + revision + (variant.isEmpty() ? "" : "." + variant);
        }
    }

    private static final List<String> VARIANTS = List.of("", "required", "imported", "cleared", "permit");

    private EventSamples() {}

    /** The samples of every released revision of every event. */
    public static List<Sample> all() {
        List<Sample> samples = new ArrayList<>();
        for (Class<?> event : ProjectEvent.class.getPermittedSubclasses()) {
            EventType type = EventTypes.of(event);
            for (int revision = 1; revision <= type.revision(); revision++) {
                for (String variant : VARIANTS) {
                    byte[] data = stored(type.name() + ".r" + revision + (variant.isEmpty() ? "" : "." + variant));
                    if (data != null) {
                        samples.add(new Sample(type.name(), revision, variant, data));
                    }
                }
            }
        }
        return samples;
    }

    public static Sample named(String name) {
        return all().stream().filter(s -> s.toString().equals(name)).findFirst().orElseThrow();
    }

    private static byte @Nullable [] stored(String name) {
        try (InputStream in = EventSamples.class.getResourceAsStream("/events/" + name + ".json")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
