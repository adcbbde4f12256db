package park.pipeline.core.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The permits of a project: those required since permitting began, and those settled, required or not.
 *
 * @param begunBy the event that named the required ones; null before
 */
public record Permits(@Nullable UUID begunBy, List<Permit> required, List<Settlement> settled) {
    static final Permits NONE = new Permits(null, List.of(), List.of());

    Permits begun(UUID eventId, List<Permit> nowRequired) {
        return new Permits(eventId, List.copyOf(nowRequired), settled);
    }

    Permits settle(Settlement settlement) {
        List<Settlement> more = new ArrayList<>(settled);
        more.add(settlement);
        return new Permits(begunBy, required, List.copyOf(more));
    }

    Permits without(UUID eventId) {
        boolean begin = eventId.equals(begunBy);
        return new Permits(
                begin ? null : begunBy,
                begin ? List.of() : required,
                settled.stream().filter(s -> !s.eventId().equals(eventId)).toList());
    }

    /** How this permit was settled; null while it is not. */
    public @Nullable Settlement settlement(Permit permit) {
        return settled.stream().filter(s -> s.permit() == permit).findFirst().orElse(null);
    }

    /** The required ones that are neither granted nor waived, in the order of the catalogue. */
    List<Permit> missing() {
        return required.stream().filter(p -> settlement(p) == null).sorted().toList();
    }

    /** The day of the first settlement in force; null where there is none. */
    @Nullable
    LocalDate firstDay() {
        return settled.stream().map(Settlement::day).min(LocalDate::compareTo).orElse(null);
    }

    /** The day of the last settlement in force; null where there is none. */
    @Nullable
    LocalDate lastDay() {
        return settled.stream().map(Settlement::day).max(LocalDate::compareTo).orElse(null);
    }
}
