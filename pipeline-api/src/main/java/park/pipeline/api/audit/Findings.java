package park.pipeline.api.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.audit.VerificationReport.Found;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.seal.Verification;
import park.pipeline.projections.rebuild.Comparison;
import park.pipeline.projections.rebuild.Completeness;
import park.pipeline.projections.rebuild.Difference;

/** What a verification has found so far. */
final class Findings {
    private static final int NAMED = 1_000;
    /** Positions of another log say nothing of this one. */
    private static final String PROJECTS = "projects";

    private final LogReader log;
    private final List<Found> named = new ArrayList<>();
    private long count;

    Findings(LogReader log) {
        this.log = log;
    }

    void addSeal(String name, Verification.Result result) {
        result.findings()
                .forEach(f -> name(new Found(
                        f.kind().name(),
                        name,
                        f.position(),
                        f.treeSize(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)));
        count += result.found();
    }

    void addGaps(String view, List<Completeness.Gap> gaps) {
        gaps.forEach(gap -> name(new Found(
                "VIEW_INCOMPLETE",
                null,
                gap.position(),
                null,
                view,
                gap.projectId(),
                gap.expected(),
                gap.applied(),
                null,
                null,
                null,
                null,
                null)));
        count += gaps.size();
    }

    void addDifferences(String view, Comparison comparison) {
        comparison
                .differences()
                .forEach(d -> name(new Found(
                        "VIEW_ROW_DIFFERS",
                        null,
                        position(d),
                        null,
                        view,
                        project(d),
                        null,
                        null,
                        d.table(),
                        d.key(),
                        d.live(),
                        d.rebuilt(),
                        null)));
        count += comparison.differing();
    }

    void addNotCompared(String view, String cause) {
        name(new Found("VIEW_NOT_COMPARED", null, null, null, view, null, null, null, null, null, null, null, cause));
        count++;
    }

    List<Found> named() {
        return List.copyOf(named);
    }

    long count() {
        return count;
    }

    /** The first position of which the log of projects shows that it is wrong; if it shows none, of which a view does. */
    @Nullable
    Long firstPosition() {
        Long inLog = firstPosition(f -> PROJECTS.equals(f.log()));
        return inLog == null ? firstPosition(f -> f.view() != null) : inLog;
    }

    private @Nullable Long firstPosition(Predicate<Found> which) {
        return named.stream()
                .filter(which)
                .map(Found::position)
                .filter(Objects::nonNull)
                .min(Long::compare)
                .orElse(null);
    }

    private void name(Found finding) {
        if (named.size() < NAMED) {
            named.add(finding);
        }
    }

    /** A row stands at the position of its event, or else of its project's first one. */
    private @Nullable Long position(Difference difference) {
        String position = difference.key().get("log_position");
        UUID project = project(difference);
        if (position != null || project == null) {
            return position == null ? null : Long.valueOf(position);
        }
        String sequence = difference.key().get("stream_sequence");
        return log.streams().positionOf(project, sequence == null ? 1 : Long.parseLong(sequence));
    }

    private static @Nullable UUID project(Difference difference) {
        String id = difference.key().get("project_id");
        return id == null ? null : UUID.fromString(id);
    }
}
