package park.pipeline.core.project;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The profile and who set it. Capacity and land are kept as settings, since a contract or the start of production may
 * set them and be retracted again, with or without an amendment in between.
 */
public record ProfileFacts(@Nullable Profile base, Settings<Capacity> capacity, Settings<BigDecimal> land) {
    static final ProfileFacts NONE = new ProfileFacts(null, Settings.empty(), Settings.empty());

    ProfileFacts registered(Profile profile, UUID eventId) {
        return new ProfileFacts(
                profile, capacity.set(eventId, profile.capacity()), land.set(eventId, profile.landMu()));
    }

    ProfileFacts amended(ProfileChanges changes, UUID eventId) {
        return new ProfileFacts(
                changes.appliedTo(profile()),
                changes.capacity() == null
                        ? capacity
                        : capacity.set(eventId, changes.capacity().to()),
                changes.landMu() == null
                        ? land
                        : land.set(eventId, changes.landMu().to()));
    }

    ProfileFacts capacityIfGiven(@Nullable Capacity given, UUID eventId) {
        return given == null ? this : new ProfileFacts(base, capacity.set(eventId, given), land);
    }

    ProfileFacts landIfGiven(@Nullable BigDecimal given, UUID eventId) {
        return given == null ? this : new ProfileFacts(base, capacity, land.set(eventId, Decimals.plain(given)));
    }

    ProfileFacts without(UUID eventId) {
        return new ProfileFacts(base, capacity.without(eventId), land.without(eventId));
    }

    Profile profile() {
        if (base == null) {
            throw new IllegalStateException("A stream that does not begin with LeadRegistered has no profile");
        }
        return base.withSettings(capacity.value(), land.value());
    }
}
