package park.pipeline.api.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.job.JobRunner;
import park.pipeline.api.wiring.Rebuilds;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.seal.Verification;
import park.pipeline.core.seal.VerifierKey;
import park.pipeline.projections.rebuild.LogDoesNotFit;
import park.pipeline.projections.rebuild.Progress;

/** One verification: the seal of each log first, then each view against the log. */
final class VerificationWork implements JobRunner.Work {
    private static final String SEAL = "SEAL";

    private final List<SealedLog> logs;
    private final List<VerifierKey> keys;
    private final List<String> kept;
    private final Rebuilds views;
    private final LogReader log;
    private final Findings findings;

    private String phase = SEAL;
    private long total;
    private long done;
    private long leaves;
    private long treeSize;
    private long checkpoints;
    private @Nullable String root;

    /**
     * A verification that has not begun.
     *
     * @param logs the log of projects first
     * @param keys by which checkpoints may be signed
     * @param kept checkpoints of the log of projects that were kept elsewhere
     */
    VerificationWork(List<SealedLog> logs, List<VerifierKey> keys, List<String> kept, Rebuilds views, LogReader log) {
        this.logs = logs;
        this.keys = keys;
        this.kept = kept;
        this.views = views;
        this.log = log;
        this.findings = new Findings(log);
    }

    static VerificationReport first() {
        return new VerificationReport(SEAL, 0, 0, null, 0, 0, null, 0, null, 0, List.of());
    }

    @Override
    public void run(JobRunner.Reports reports) {
        long head = log.head();
        total = logs.stream().mapToLong(l -> l.tree().size()).sum()
                + head * views.names().size();
        for (int i = 0; i < logs.size(); i++) {
            seal(logs.get(i), i == 0, reports);
        }
        for (String view : views.names()) {
            phase = view;
            long before = done;
            view(view, before, reports);
            done = before + head;
        }
        done = total;
        reports.say(report(findings.count() == 0));
    }

    private void seal(SealedLog sealed, boolean ofProjects, JobRunner.Reports reports) {
        long before = done;
        Verification.Result result = new Verification(
                        sealed.tree(),
                        sealed.entries(),
                        keys,
                        sealed.origin(),
                        ofProjects ? kept : List.of(),
                        (processed, size) -> {
                            done = before + processed;
                            reports.say(report(null));
                        })
                .run();
        findings.addSeal(sealed.name(), result);
        if (ofProjects) {
            checkpoints = result.checkpoints();
            leaves = result.leaves();
            treeSize = result.treeSize();
            root = result.root() == null ? null : result.root().base64();
        }
    }

    private void view(String view, long before, JobRunner.Reports reports) {
        try {
            findings.addGaps(view, views.gaps(view));
            findings.addDifferences(view, views.check(view, (step, processed, outOf) -> {
                done = step == Progress.Phase.FILLING ? Math.max(done, before + processed) : done;
                reports.say(report(null));
            }));
        } catch (LogDoesNotFit e) {
            findings.addNotCompared(view, String.valueOf(e.getMessage()));
        }
    }

    private VerificationReport report(@Nullable Boolean ok) {
        return new VerificationReport(
                phase,
                done,
                total,
                ok,
                leaves,
                treeSize,
                root,
                checkpoints,
                findings.firstPosition(),
                findings.count(),
                findings.named());
    }
}
