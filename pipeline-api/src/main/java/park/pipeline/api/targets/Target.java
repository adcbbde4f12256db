package park.pipeline.api.targets;

import org.jspecify.annotations.Nullable;

/** What one year is to bring; each is null where there is no target for it. Amounts are whole yuan. */
public record Target(
        @Nullable Long contracts,
        @Nullable Long contractInvestmentCny,
        @Nullable Long constructionStarts,
        @Nullable Long productions) {
    public static final Target NONE = new Target(null, null, null, null);
}
