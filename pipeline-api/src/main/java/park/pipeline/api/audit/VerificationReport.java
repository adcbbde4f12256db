package park.pipeline.api.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a verification has come, and what it found.
 *
 * @param phase what is being checked: the seal, or a view
 * @param processed events gone through so far: once for the seal and once for each view
 * @param total the same, when all is done
 * @param ok whether all is as it was sealed; left out before that is known
 * @param leaves how many events were hashed
 * @param treeSize how many are sealed
 * @param rootHash computed from the stored events, base64; left out where one is missing
 * @param firstMismatchPosition the first position at which the log is wrong, or else a view; left out where nothing is
 * @param found how many findings there are in all
 * @param findings the first of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerificationReport(
        String phase,
        long processed,
        long total,
        @Nullable Boolean ok,
        long leaves,
        long treeSize,
        @Nullable String rootHash,
        long checkpointsChecked,
        @Nullable Long firstMismatchPosition,
        long found,
        List<Found> findings) {
    /**
     * One thing that is not as it should be.
     *
     * @param kind its sentence is {@code found-<kind>}
     * @param log which log, where it concerns a seal
     * @param position the first position that it concerns, in that log
     * @param treeSize of the checkpoint that shows it
     * @param cause why a view could not be compared
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            String kind,
            @Nullable String log,
            @Nullable Long position,
            @Nullable Long treeSize,
            @Nullable String view,
            @Nullable UUID projectId,
            @Nullable Long expected,
            @Nullable Long applied,
            @Nullable String table,
            @Nullable SortedMap<String, @Nullable String> key,
            @Nullable SortedMap<String, @Nullable String> live,
            @Nullable SortedMap<String, @Nullable String> rebuilt,
            @Nullable String cause) {}
}
