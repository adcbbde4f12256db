package park.pipeline.core.person;

import org.jspecify.annotations.Nullable;

/**
 * Somebody to talk to about a project.
 *
 * @param name 1–200 characters
 * @param phone at most 50
 * @param email at most 200
 * @param position what he or she is there, at most 100
 */
public record Person(
        String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String position) {
    /** Nobody's name gets into a log file by accident. */
    @Override
    public String toString() {
        return "Person[…]";
    }
}
