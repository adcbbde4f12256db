package park.pipeline.core.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The entries in force of one dated series, in order of their days; of two on the same day the later recorded one counts.
 * The commands keep that order, so the order of recording and the order of days are one.
 */
public record Series<T>(List<Entry<T>> entries) {
    public Series {
        entries = List.copyOf(entries);
    }

    static <T> Series<T> empty() {
        return new Series<>(List.of());
    }

    /** The last entry with a day on or before this one; null where the series had not begun. */
    public @Nullable Entry<T> on(LocalDate day) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (!entries.get(i).day().isAfter(day)) {
                return entries.get(i);
            }
        }
        return null;
    }

    /** The last entry of all; null in an empty series. */
    public @Nullable Entry<T> latest() {
        return entries.isEmpty() ? null : entries.getLast();
    }

    /** The last entry whose value is of this sort; null where there is none. */
    @Nullable
    Entry<T> latest(Predicate<T> sort) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (sort.test(entries.get(i).value())) {
                return entries.get(i);
            }
        }
        return null;
    }

    /** The entry just before that of this event; null for the first and for a stranger. */
    public @Nullable Entry<T> before(UUID eventId) {
        int i = indexOf(eventId);
        return i > 0 ? entries.get(i - 1) : null;
    }

    /** Whether the entry of this event, if it has one here, could stand on another day without leaving its place. */
    boolean keepsOrder(UUID eventId, LocalDate day) {
        int i = indexOf(eventId);
        return i < 0
                || (i == 0 || !day.isBefore(entries.get(i - 1).day()))
                        && (i == entries.size() - 1
                                || !day.isAfter(entries.get(i + 1).day()));
    }

    Series<T> plus(Entry<T> entry) {
        List<Entry<T>> more = new ArrayList<>(entries.size() + 1);
        more.addAll(entries);
        more.add(entry);
        return new Series<>(more);
    }

    Series<T> without(UUID eventId) {
        int i = indexOf(eventId);
        if (i < 0) {
            return this;
        }
        List<Entry<T>> rest = new ArrayList<>(entries);
        rest.remove(i);
        return new Series<>(rest);
    }

    Series<T> moved(UUID eventId, LocalDate day) {
        int i = indexOf(eventId);
        if (i < 0) {
            return this;
        }
        List<Entry<T>> moved = new ArrayList<>(entries);
        moved.set(i, entries.get(i).movedTo(day));
        return new Series<>(moved);
    }

    private int indexOf(UUID eventId) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).eventId().equals(eventId)) {
                return i;
            }
        }
        return -1;
    }
}
