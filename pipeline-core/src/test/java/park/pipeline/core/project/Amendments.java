package park.pipeline.core.project;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Amendments of one field each. */
public final class Amendments {
    private Amendments() {}

    public static ProfileChanges name(String to) {
        return new ProfileChanges(new Change<>(to), null, null, null, null, null, null, null, null);
    }

    public static ProfileChanges enterprise(Enterprise to) {
        return new ProfileChanges(null, new Change<>(to), null, null, null, null, null, null, null);
    }

    public static ProfileChanges industry(String to) {
        return new ProfileChanges(null, null, new Change<>(to), null, null, null, null, null, null);
    }

    public static ProfileChanges kind(ProjectKind to) {
        return new ProfileChanges(null, null, null, new Change<>(to), null, null, null, null, null);
    }

    public static ProfileChanges origin(@Nullable String to) {
        return new ProfileChanges(null, null, null, null, new Change<>(to), null, null, null, null);
    }

    public static ProfileChanges chainEffect(@Nullable ChainEffect to) {
        return new ProfileChanges(null, null, null, null, null, new Change<>(to), null, null, null);
    }

    public static ProfileChanges capacity(@Nullable Capacity to) {
        return new ProfileChanges(null, null, null, null, null, null, new Change<>(to), null, null);
    }

    public static ProfileChanges landMu(@Nullable String to) {
        Change<BigDecimal> change = new Change<>(to == null ? null : new BigDecimal(to));
        return new ProfileChanges(null, null, null, null, null, null, null, change, null);
    }

    public static ProfileChanges reference(@Nullable String to) {
        return new ProfileChanges(null, null, null, null, null, null, null, null, new Change<>(to));
    }
}
