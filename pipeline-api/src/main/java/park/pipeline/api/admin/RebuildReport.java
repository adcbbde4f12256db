package park.pipeline.api.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.projections.rebuild.Difference;
import park.pipeline.projections.rebuild.Progress;

/**
 * How far a rebuild has come, and what it found.
 *
 * @param processed events taken in so far
 * @param total events that there are to take in
 * @param etaSeconds until all events are taken in, at the pace so far; null where nobody can say yet
 * @param rowsCompared rows of the view as it was, compared so far
 * @param rows all of them; null before they are counted
 * @param identical whether the view was what the log says; null before all is compared
 * @param differing how many rows were not
 * @param differences the first 1,000 of them
 */
record RebuildReport(
        String view,
        Progress.Phase phase,
        long processed,
        long total,
        long eventsPerSecond,
        @Nullable Long etaSeconds,
        long rowsCompared,
        @Nullable Long rows,
        @Nullable Boolean identical,
        @Nullable Long differing,
        List<Difference> differences) {}
