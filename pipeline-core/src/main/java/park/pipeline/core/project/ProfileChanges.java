package park.pipeline.core.project;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The fields that an amendment touches; a null component is a field left as it is. */
public record ProfileChanges(
        @Nullable Change<String> name,
        @Nullable Change<Enterprise> enterprise,
        @Nullable Change<String> industry,
        @Nullable Change<ProjectKind> kind,
        @Nullable Change<String> origin,
        @Nullable Change<ChainEffect> chainEffect,
        @Nullable Change<Capacity> capacity,
        @Nullable Change<BigDecimal> landMu,
        @Nullable Change<String> reference) {
    static final ProfileChanges NONE = new ProfileChanges(null, null, null, null, null, null, null, null, null);

    public ProfileChanges {
        landMu = landMu == null || landMu.to() == null ? landMu : new Change<>(Decimals.plain(landMu.to()));
    }

    /** Only what differs from the present profile. */
    ProfileChanges effectiveOn(Profile now) {
        return new ProfileChanges(
                Change.effective(name, now.name()),
                Change.effective(enterprise, now.enterprise()),
                Change.effective(industry, now.industry()),
                Change.effective(kind, now.kind()),
                Change.effective(origin, now.origin()),
                Change.effective(chainEffect, now.chainEffect()),
                Change.effective(capacity, now.capacity()),
                Change.effective(landMu, now.landMu()),
                Change.effective(reference, now.reference()));
    }

    boolean isEmpty() {
        return equals(NONE);
    }

    /** The profile with these changes made, but for capacity and land, which other events set too. */
    Profile appliedTo(Profile now) {
        return new Profile(
                Change.applyRequired(name, now.name()),
                Change.applyRequired(enterprise, now.enterprise()),
                Change.applyRequired(industry, now.industry()),
                Change.applyRequired(kind, now.kind()),
                Change.apply(origin, now.origin()),
                Change.apply(chainEffect, now.chainEffect()),
                now.capacity(),
                now.landMu(),
                Change.apply(reference, now.reference()));
    }
}
