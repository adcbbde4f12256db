package park.pipeline.core.project;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * With whom there is contact, and since when.
 *
 * @param first the earliest day of a logged contact; null where there is none
 * @param persons the contact persons by id, and whether each has been erased
 */
public record Contacts(@Nullable LocalDate first, Map<UUID, Boolean> persons) {
    static final Contacts NONE = new Contacts(null, Map.of());

    public Contacts {
        persons = Map.copyOf(persons);
    }

    Contacts on(LocalDate day) {
        return new Contacts(first == null || day.isBefore(first) ? day : first, persons);
    }

    Contacts with(UUID person, boolean erased) {
        Map<UUID, Boolean> changed = new HashMap<>(persons);
        changed.put(person, erased);
        return new Contacts(first, changed);
    }
}
