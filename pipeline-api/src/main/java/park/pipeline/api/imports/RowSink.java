package park.pipeline.api.imports;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.imports.row.SoundRow;
import park.pipeline.core.project.Claim;

/** Where accepted rows go. They are handed over one by one and stored many at a time. */
interface RowSink {
    /**
     * Who holds a claim.
     *
     * @param project the project, or the row of this file where nothing is stored
     * @param content digest of the imported row that took a reference; null where no import did
     */
    record Holder(String project, @Nullable String content) {}

    /** What became of a row; {@code failure} is null where it was taken. */
    record Outcome(SoundRow row, @Nullable RuntimeException failure) {}

    /** Who holds this claim as far as it is settled; null where it is free. */
    @Nullable
    Holder holder(Claim claim);

    /**
     * Hands over a row that no rule refuses.
     *
     * @param claims what it will hold; no row that is not yet settled may claim any of it
     */
    void add(SoundRow row, Set<Claim> claims);

    /** Returns when all rows that were handed over are stored, and says of each, in their order, what became of it. */
    List<Outcome> settle();
}
