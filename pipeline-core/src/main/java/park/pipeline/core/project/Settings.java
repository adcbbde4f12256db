package park.pipeline.core.project;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What several events may set and a retraction may take back: the value is that of the last setting left. */
public record Settings<T>(List<Setting<T>> all) {
    public record Setting<T>(UUID eventId, @Nullable T value) {}

    static <T> Settings<T> empty() {
        return new Settings<>(List.of());
    }

    @Nullable
    T value() {
        return all.isEmpty() ? null : all.getLast().value();
    }

    Settings<T> set(UUID eventId, @Nullable T value) {
        List<Setting<T>> more = new ArrayList<>(all);
        more.add(new Setting<>(eventId, value));
        return new Settings<>(List.copyOf(more));
    }

    Settings<T> without(UUID eventId) {
        return new Settings<>(
                all.stream().filter(s -> !s.eventId().equals(eventId)).toList());
    }
}
