package park.pipeline.api.admin;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.job.JobRunner;
import park.pipeline.projections.rebuild.Comparison;
import park.pipeline.projections.rebuild.Progress;

/** Turns what a rebuild tells of itself into its report. */
final class RebuildProgress implements Progress {
    private final String view;
    private final JobRunner.Reports reports;
    private long beganAt = System.nanoTime();
    private Phase phase = Phase.PREPARING;
    private long processed;
    private long total;
    private long eventsPerSecond;
    private long rowsCompared;
    private @Nullable Long rows;

    RebuildProgress(String view, JobRunner.Reports reports) {
        this.view = view;
        this.reports = reports;
    }

    /** What is told before anything is done. */
    static RebuildReport first(String view) {
        return new RebuildReport(view, Phase.PREPARING, 0, 0, 0, null, 0, null, null, null, List.of());
    }

    @Override
    public void at(Phase now, long done, long outOf) {
        phase = now;
        switch (now) {
            case PREPARING -> beganAt = System.nanoTime();
            case FILLING -> filled(done, outOf);
            case COMPARING -> {
                rowsCompared = done;
                rows = outOf;
            }
            case SWITCHING, CLEARING -> {
                // nothing that is counted
            }
        }
        reports.say(report(null));
    }

    private void filled(long done, long outOf) {
        processed = done;
        total = outOf;
        if (rows == null) {
            // What comes after the comparison is a handful of events, and says nothing of the pace.
            long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganAt));
            eventsPerSecond = processed * 1_000 / millis;
        }
    }

    /** What is told in the end. */
    void done(Comparison comparison) {
        reports.say(report(comparison));
    }

    private RebuildReport report(@Nullable Comparison comparison) {
        return new RebuildReport(
                view,
                phase,
                processed,
                total,
                eventsPerSecond,
                eventsPerSecond == 0 ? null : (total - processed) / eventsPerSecond,
                rowsCompared,
                rows,
                comparison == null ? null : comparison.identical(),
                comparison == null ? null : comparison.differing(),
                comparison == null ? List.of() : comparison.differences());
    }
}
