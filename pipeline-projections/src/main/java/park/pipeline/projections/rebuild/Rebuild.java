package park.pipeline.projections.rebuild;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import park.pipeline.core.log.Commit;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.projections.view.Feed;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.View;
import park.pipeline.projections.view.ViewPositions;
import park.pipeline.projections.view.ViewReads;
import park.pipeline.projections.view.ViewTable;

/**
 * Builds one view again, from the whole log, in the generation that is not live, and compares the two. Readers and the feed of
 * the live one notice nothing. Whoever runs it sees to it that no other one runs on the same view. Cut off at any point it
 * leaves the live generation as it was, and can be run again.
 */
public final class Rebuild {
    private static final int BATCH = 1_000;
    /** So few events may be left to take in while the feed of the live generation waits. */
    private static final int LEFT_FOR_SWITCH = 200;

    private final View view;
    private final List<ViewTable> tables;
    private final TableRows rows;
    private final JdbcTemplate jdbc;
    private final LogReader reader;
    private final ViewPositions positions;
    private final ViewReads reads;
    private final TransactionTemplate transaction;
    private final Feed feed;
    private final Generation live;
    private final Progress progress;
    private @Nullable Commit last;

    public Rebuild(
            View view,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            LogReader reader,
            ViewPositions positions,
            ViewReads reads,
            Progress progress) {
        this.view = view;
        this.tables = Feed.tables(view);
        this.rows = new TableRows(jdbc);
        this.jdbc = jdbc;
        this.reader = reader;
        this.positions = positions;
        this.reads = reads;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.feed = new Feed(view, jdbc, reader);
        this.live = positions.live(view.name());
        this.progress = progress;
    }

    /**
     * Compares the live view with the log, and changes nothing.
     *
     * @throws LogDoesNotFit if the log cannot be taken in, or ends before what the view has taken in
     */
    public Comparison check() {
        Comparison comparison = buildAndCompare();
        clear(live.other(), Progress.Phase.CLEARING);
        return comparison;
    }

    /**
     * Compares, and puts what was built in the place of the live view.
     *
     * @throws LogDoesNotFit as {@link #check}; the live view is then as it was
     */
    public Comparison run() {
        Comparison comparison = buildAndCompare();
        if (last == null) {
            // There was nothing to compare with: all of the log is in bulk, too.
            load(reader.head());
        }
        progress.at(Progress.Phase.SWITCHING, 0, 0);
        // A view that has stopped lags behind the log: what takes its place has taken in all.
        do {
            fillTo(reader.head());
        } while (!switchOver());
        positions.moved();
        clear(live, Progress.Phase.CLEARING);
        return comparison;
    }

    private Comparison buildAndCompare() {
        clear(live.other(), Progress.Phase.PREPARING);
        load(positions.of(view.name()));
        long target = positions.of(view.name());
        while (position() < target) {
            fillTo(target);
            target = positions.of(view.name());
        }
        return reads.of(view.name(), generation -> compare(generation)).answer();
    }

    /** Within one snapshot of the live view, up to whose position the other is filled first. */
    private Comparison compare(Generation generation) {
        if (generation != live) {
            throw new IllegalStateException("Another rebuild has switched view " + view.name());
        }
        long position = positions.of(view.name());
        fillTo(position);
        long total = tables.stream().mapToLong(t -> rows.count(t, live)).sum();
        progress.at(Progress.Phase.COMPARING, 0, total);
        TableComparison comparison = new TableComparison(
                rows, transaction, compared -> progress.at(Progress.Phase.COMPARING, compared, total));
        tables.forEach(table -> comparison.compare(table, live));
        return comparison.at(position);
    }

    /** All that the live view has taken in by now; what comes meanwhile is left to {@link #fillTo}. */
    private void load(long target) {
        List<LoggedEvent> end = eventAt(target);
        if (end.isEmpty()) {
            return;
        }
        new BulkLoad(feed, jdbc, transaction, reader, live.other(), target)
                .run(
                        () -> transaction.executeWithoutResult(status -> view.complete(live.other())),
                        loaded -> progress.at(Progress.Phase.FILLING, loaded, target));
        last = new Commit(end);
    }

    private List<LoggedEvent> eventAt(long position) {
        try {
            return reader.at(List.of(position));
        } catch (RuntimeException e) {
            throw LogDoesNotFit.behind(position(), e);
        }
    }

    private void fillTo(long target) {
        while (position() < target) {
            last = takeNext(target);
            progress.at(Progress.Phase.FILLING, position(), target);
        }
    }

    private Commit takeNext(long target) {
        try {
            List<Commit> commits = reader.commitsAfter(position(), BATCH).stream()
                    .takeWhile(commit -> commit.position() <= target)
                    .toList();
            if (commits.isEmpty()) {
                throw new LogDoesNotFit(
                        "The log ends at position " + position() + ", but view " + view.name()
                                + " has taken in position " + target,
                        null);
            }
            transaction.executeWithoutResult(status -> feed.take(commits, live.other()));
            return commits.getLast();
        } catch (RuntimeException e) {
            throw LogDoesNotFit.behind(position(), e);
        }
    }

    /** Whether it was done; not where the live view has moved on too far meanwhile. */
    private boolean switchOver() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (positions.lockLive(view.name()) != live) {
                throw new IllegalStateException("Another rebuild has switched view " + view.name());
            }
            long reached = positions.of(view.name());
            if (reached - position() > LEFT_FOR_SWITCH) {
                return false;
            }
            fillTo(reached);
            positions.switchTo(live.other(), view.name(), last);
            return true;
        }));
    }

    /** A part at a time: readers whose snapshot is older still see what is deleted. */
    private void clear(Generation generation, Progress.Phase phase) {
        for (ViewTable table : tables) {
            boolean more = true;
            while (more) {
                progress.at(phase, 0, 0);
                more = Boolean.TRUE.equals(transaction.execute(status -> rows.deleteSome(table, generation)));
            }
        }
    }

    private long position() {
        return last == null ? 0 : last.position();
    }
}
