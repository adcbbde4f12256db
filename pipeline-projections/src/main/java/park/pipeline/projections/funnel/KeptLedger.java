package park.pipeline.projections.funnel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.Micros;
import park.pipeline.projections.view.LogAt;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.ViewPositions.Standing;
import park.pipeline.projections.view.ViewReads;

/**
 * The funnel of all days in memory, for the filters and instants that were asked for last. The ledger only grows: what was
 * added up is carried on by what was posted since, and what was known at an instant never changes. So a question costs a look
 * at the view's position, and what is new; whatever the number of projects.
 */
public final class KeptLedger {
    /** Of a megabyte each, at the most. */
    private static final int MOST = 48;

    /**
     * Which projects, as known up to which event.
     *
     * @param switches of the view's generations: a rebuild may have mended what an older one held
     */
    private record Past(ProjectFilter filter, long known, long switches) {}

    private record Live(Standing standing, DaySums sums) {}

    private final JdbcTemplate jdbc;
    private final ViewReads reads;
    private final LedgerSums ledger;
    private final Cache<ProjectFilter, Live> live =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<Past, DaySums> past =
            Caffeine.newBuilder().maximumSize(MOST).build();

    public KeptLedger(JdbcTemplate jdbc, ViewReads reads) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.ledger = new LedgerSums(jdbc);
    }

    /**
     * The funnel of every day, and the position of the view that it shows.
     *
     * @param knownAt the instant, what was recorded at it included; null takes all that the view holds
     */
    Positioned<DaySums> of(@Nullable Instant knownAt, ProjectFilter filter) {
        while (true) {
            Live now = live(filter);
            DaySums sums = knownAt == null ? now.sums() : past(now, Micros.of(knownAt), filter);
            if (sums != null) {
                return new Positioned<>(sums, now.standing().position());
            }
        }
    }

    /** Null if a rebuild came in between. */
    private @Nullable DaySums past(Live now, long knownAt, ProjectFilter filter) {
        long known = LogAt.position(knownAt, jdbc);
        if (known >= now.standing().position()) {
            return now.sums();
        }
        return past.get(
                new Past(filter, known, now.standing().switches()), wanted -> without(now, wanted.known(), filter));
    }

    private Live live(ProjectFilter filter) {
        Standing standing = reads.standing(FunnelView.NAME);
        Live kept = live.getIfPresent(filter);
        if (kept != null && includes(kept, standing)) {
            return kept;
        }
        return live.asMap()
                .compute(filter, (f, found) -> found != null && includes(found, standing) ? found : fresh(f, found));
    }

    private static boolean includes(Live kept, Standing standing) {
        return kept.standing().switches() == standing.switches()
                && kept.standing().position() >= standing.position();
    }

    private Live fresh(ProjectFilter filter, @Nullable Live before) {
        return reads.of(FunnelView.NAME, generation -> {
                    Standing standing = reads.standing(FunnelView.NAME);
                    if (before == null || before.standing().switches() != standing.switches()) {
                        return new Live(standing, DaySums.NONE.plus(ledger.changes(filter, generation)));
                    }
                    return new Live(
                            standing,
                            before.sums()
                                    .plus(ledger.changes(
                                            before.standing().position(),
                                            standing.position(),
                                            filter,
                                            generation,
                                            UnaryOperator.identity())));
                })
                .answer();
    }

    /** What was known then is what is known now without what came since. */
    private @Nullable DaySums without(Live now, long known, ProjectFilter filter) {
        record Found(@Nullable DaySums sums) {}
        return reads.of(FunnelView.NAME, generation -> {
                    Standing standing = reads.standing(FunnelView.NAME);
                    return standing.switches() != now.standing().switches()
                            ? new Found(null)
                            : new Found(now.sums()
                                    .plus(ledger.changes(
                                            known, now.standing().position(), filter, generation, Sum.ZERO::minus)));
                })
                .answer()
                .sums();
    }
}
