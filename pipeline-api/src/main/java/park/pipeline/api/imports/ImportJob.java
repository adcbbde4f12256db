package park.pipeline.api.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import as it stands.
 *
 * @param number its place in the order of all imports
 * @param rows how many rows the file has
 * @param failure why it failed, a problem code; null where it did not
 * @param finishedAt null while it runs
 */
public record ImportJob(
        long number,
        UUID id,
        String actor,
        boolean dryRun,
        Status status,
        @Nullable String failure,
        int rows,
        ImportCounts counts,
        Instant startedAt,
        @Nullable Instant finishedAt) {
    /** One that waits for its turn is RUNNING too, with nothing processed. The names are part of the contract. */
    public enum Status {
        RUNNING,
        DONE,
        FAILED
    }
}
