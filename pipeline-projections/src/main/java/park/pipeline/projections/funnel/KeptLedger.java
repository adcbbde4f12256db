package park.pipeline.projections.funnel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
    private final Lock[] turns = Stream.generate(ReentrantLock::new).limit(16).toArray(Lock[]::new);

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
        Past wanted = new Past(filter, known, now.standing().switches());
        DaySums kept = past.getIfPresent(wanted);
        return kept != null ? kept : carried(now, wanted);
    }

    /** One at a time: whoever comes next has less to carry, for the instants that are asked for lie close together. */
    private @Nullable DaySums carried(Live now, Past wanted) {
        Lock turn = turns[Math.floorMod(wanted.filter().hashCode(), turns.length)];
        turn.lock();
        try {
            DaySums sums = past.getIfPresent(wanted);
            if (sums == null) {
                sums = from(nearest(now, wanted), wanted);
                if (sums != null) {
                    past.put(wanted, sums);
                }
            }
            return sums;
        } finally {
            turn.unlock();
        }
    }

    /** What is known of the funnel at some position. */
    private record Kept(long known, DaySums sums) {}

    /** What is kept of the same projects as known at the position that is nearest. */
    private Kept nearest(Live now, Past wanted) {
        Kept nearest = new Kept(now.standing().position(), now.sums());
        for (Map.Entry<Past, DaySums> other : past.asMap().entrySet()) {
            Past kept = other.getKey();
            if (kept.switches() == wanted.switches()
                    && kept.filter().equals(wanted.filter())
                    && Math.abs(kept.known() - wanted.known()) < Math.abs(nearest.known() - wanted.known())) {
                nearest = new Kept(kept.known(), other.getValue());
            }
        }
        return nearest;
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

    /** What was known then is what was known at another position, without what came in between or with it. */
    private @Nullable DaySums from(Kept kept, Past wanted) {
        record Found(@Nullable DaySums sums) {}
        boolean back = wanted.known() < kept.known();
        return reads.of(FunnelView.NAME, generation -> {
                    Standing standing = reads.standing(FunnelView.NAME);
                    return standing.switches() != wanted.switches()
                            ? new Found(null)
                            : new Found(kept.sums()
                                    .plus(ledger.changes(
                                            Math.min(kept.known(), wanted.known()),
                                            Math.max(kept.known(), wanted.known()),
                                            wanted.filter(),
                                            generation,
                                            back ? Sum.ZERO::minus : UnaryOperator.identity())));
                })
                .answer()
                .sums();
    }
}
