package park.pipeline.core.project;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a project is. It has no dates: an amendment holds for the whole timeline from the moment it is recorded.
 *
 * @param industry a code of the park's catalogue
 * @param origin a province of GB/T 2260 or a country of ISO 3166-1, unknown where null
 * @param landMu land in mu, at most 15 significant digits
 * @param reference the caller's own number, unique over all projects
 */
public record Profile(
        String name,
        Enterprise enterprise,
        String industry,
        ProjectKind kind,
        @Nullable String origin,
        @Nullable ChainEffect chainEffect,
        @Nullable Capacity capacity,
        @Nullable BigDecimal landMu,
        @Nullable String reference) {
    public Profile {
        landMu = landMu == null ? null : Decimals.plain(landMu);
    }

    Profile withSettings(@Nullable Capacity newCapacity, @Nullable BigDecimal newLandMu) {
        return new Profile(name, enterprise, industry, kind, origin, chainEffect, newCapacity, newLandMu, reference);
    }
}
