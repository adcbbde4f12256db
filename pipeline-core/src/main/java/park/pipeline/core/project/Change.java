package park.pipeline.core.project;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A new value for one field of the profile. No change at all is a null {@code Change}.
 *
 * @param to the new value; null clears the field
 */
public record Change<T>(@Nullable T to) {
    /** The value after an optional change. */
    static <T> @Nullable T apply(@Nullable Change<T> change, @Nullable T current) {
        return change == null ? current : change.to();
    }

    /** The value after an optional change of a field that cannot be cleared. */
    static <T> T applyRequired(@Nullable Change<T> change, T current) {
        return change == null || change.to() == null ? current : change.to();
    }

    /** The change if it makes a difference to the present value, else none. */
    static <T> @Nullable Change<T> effective(@Nullable Change<T> change, @Nullable T current) {
        return change == null || Objects.equals(change.to(), current) ? null : change;
    }
}
