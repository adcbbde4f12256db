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
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.KnownTimelines;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.ViewReads;

/** Why two reports for the same day differ: the events that only one of them knew. */
public final class ReconcileQueries {
    private record Found(List<ReconciledStage> stages, SequencedMap<Long, List<StageShare>> shares, boolean more) {}

    private final LedgerSums ledger;
    private final Shares shares;
    private final ViewReads reads;
    private final LogReader log;
    private final KnownTimelines timelines;

    public ReconcileQueries(JdbcTemplate jdbc, ViewReads reads, LogReader log) {
        this.ledger = new LedgerSums(jdbc);
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
        Positioned<Found> read =
                reads.of(FunnelView.NAME, live -> found(asOf, knownAt1, knownAt2, filter, afterPosition, limit, live));
        return new Positioned<>(answer(read.answer(), instants), read.position());
    }

    /** The same with what all events add up to, those before this page and behind it too; of one state of the view. */
    public Positioned<ReconciledPage> page(
            LocalDate asOf,
            Instant knownAt1,
            @Nullable Instant knownAt2,
            ProjectFilter filter,
            long afterPosition,
            int limit) {
        record Totals(Found found, ShareTotal earlier, ShareTotal later) {}
        Between instants = Between.of(knownAt1, knownAt2);
        Positioned<Totals> read = reads.of(FunnelView.NAME, live -> {
            Found found = found(asOf, knownAt1, knownAt2, filter, afterPosition, limit, live);
            long last = found.more() ? found.shares().lastEntry().getKey() : Long.MAX_VALUE;
            return new Totals(
                    found,
                    shares.total(asOf, filter, instants, 0, afterPosition, live),
                    shares.total(asOf, filter, instants, last, Long.MAX_VALUE, live));
        });
        Totals totals = read.answer();
        return new Positioned<>(
                new ReconciledPage(
                        answer(totals.found(), instants),
                        totals.earlier(),
                        ShareTotal.of(totals.found().shares().values()),
                        totals.later()),
                read.position());
    }

    private Found found(
            LocalDate asOf,
            Instant knownAt1,
            @Nullable Instant knownAt2,
            ProjectFilter filter,
            long afterPosition,
            int limit,
            Generation live) {
        SequencedMap<Long, List<StageShare>> next =
                shares.of(asOf, filter, Between.of(knownAt1, knownAt2), afterPosition, limit + 1, live);
        boolean more = next.size() > limit;
        if (more) {
            next.pollLastEntry();
        }
        return new Found(
                stages(ledger.funnel(asOf, knownAt1, filter, live), ledger.funnel(asOf, knownAt2, filter, live)),
                next,
                more);
    }

    private Reconciliation answer(Found found, Between instants) {
        return new Reconciliation(found.stages(), events(found.shares(), instants), found.more());
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
                .map(event -> ExplainingEvent.of(
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
}
