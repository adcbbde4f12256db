package park.pipeline.projections.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.project.Recorded;
import park.pipeline.projections.view.Grounds;
import park.pipeline.projections.view.KnownTimelines;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.ViewReads;

/** Why two reports for the same day differ: the events that only one of them knew. */
public final class ReconcileQueries {
    private record Found(List<ReconciledStage> stages, SequencedMap<Long, List<StageShare>> shares) {}

    private final FunnelQueries funnel;
    private final Shares shares;
    private final ViewReads reads;
    private final LogReader log;
    private final KnownTimelines timelines;

    public ReconcileQueries(JdbcTemplate jdbc, ViewReads reads, LogReader log) {
        this.funnel = new FunnelQueries(jdbc, reads);
        this.shares = new Shares(jdbc);
        this.reads = reads;
        this.log = log;
        this.timelines = new KnownTimelines(log);
    }

    /**
     * Report 2 less report 1. The shares of all events, page after page, add up to the difference of the stages.
     *
     * @param asOf the day of both reports
     * @param knownAt1 the instant of the first; where it is after the second, what was recorded since counts as taken away
     * @param knownAt2 the instant of the second; null takes all that the view holds
     * @param afterPosition only events behind it; 0 for the first page
     * @param limit how many events at the most
     */
    public Positioned<Reconciliation> reconcile(
            LocalDate asOf,
            Instant knownAt1,
            @Nullable Instant knownAt2,
            ProjectFilter filter,
            long afterPosition,
            int limit) {
        Between instants = Between.of(knownAt1, knownAt2);
        Positioned<Found> read = reads.of(
                FunnelView.NAME,
                live -> new Found(
                        stages(funnel.rows(asOf, knownAt1, filter, live), funnel.rows(asOf, knownAt2, filter, live)),
                        shares.of(asOf, filter, instants, afterPosition, limit + 1, live)));
        Found found = read.answer();
        boolean more = found.shares().size() > limit;
        if (more) {
            found.shares().pollLastEntry();
        }
        return new Positioned<>(
                new Reconciliation(found.stages(), events(found.shares(), instants), more), read.position());
    }

    private static List<ReconciledStage> stages(List<FunnelRow> first, List<FunnelRow> second) {
        List<ReconciledStage> stages = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            FunnelRow one = first.get(i);
            FunnelRow two = second.get(i);
            stages.add(new ReconciledStage(
                    one.stage(), one.count(), two.count(), one.investmentCny(), two.investmentCny()));
        }
        return stages;
    }

    /** The log is read after the view's snapshot is closed: it only grows, so what the view knows is there. */
    private List<ExplainingEvent> events(SequencedMap<Long, List<StageShare>> shares, Between instants) {
        Map<UUID, String> names = new HashMap<>();
        return log.at(shares.keySet()).stream()
                .map(event -> explaining(
                        event,
                        names.computeIfAbsent(
                                event.projectId(),
                                project -> timelines
                                        .of(project, Long.MAX_VALUE, instants.later())
                                        .profile()
                                        .name()),
                        shares.getOrDefault(event.position(), List.of())))
                .toList();
    }

    private static ExplainingEvent explaining(LoggedEvent event, String projectName, List<StageShare> shares) {
        Recorded recorded = event.recorded();
        Grounds grounds = Grounds.of(event.event());
        return new ExplainingEvent(
                event.position(),
                recorded.eventId(),
                event.projectId(),
                projectName,
                recorded.sequence(),
                event.type(),
                event.event().occurredOn(),
                recorded.recordedAt(),
                event.actor(),
                grounds.reason(),
                grounds.documentNo(),
                grounds.corrects(),
                shares);
    }
}
