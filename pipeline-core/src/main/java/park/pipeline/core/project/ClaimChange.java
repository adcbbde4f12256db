package park.pipeline.core.project;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a command takes and gives back of the claims. */
public record ClaimChange(Set<Claim> taken, Set<Claim> released) {
    public static final ClaimChange NONE = new ClaimChange(Set.of(), Set.of());
    private static final UUID NOT_YET_NAMED = new UUID(0, 0);

    public ClaimChange {
        taken = Set.copyOf(taken);
        released = Set.copyOf(released);
    }

    /** The difference that these new events make to what a project holds. */
    static ClaimChange of(Timeline before, List<ProjectEvent> events) {
        Timeline after = before;
        for (ProjectEvent event : events) {
            after = after.after(new Recorded(NOT_YET_NAMED, after.version() + 1, Instant.EPOCH, event));
        }
        if (before.version() > 0 && Claim.basis(before).equals(Claim.basis(after))) {
            return NONE;
        }
        Set<Claim> released = Claim.of(before);
        Set<Claim> taken = Claim.of(after);
        Set<Claim> kept = new LinkedHashSet<>(released);
        kept.retainAll(taken);
        taken.removeAll(kept);
        released.removeAll(kept);
        return new ClaimChange(taken, released);
    }
}
