package park.pipeline.projections.view;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.Commit;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.Micros;

/** How far each view has come, why one has stopped, and the wait for one that is behind. */
public final class ViewPositions {
    /** Another node may move a view without this process hearing of it: look again this often. */
    private static final long LOOK_AGAIN_MS = 10;

    private final JdbcTemplate jdbc;
    private final LogReader reader;
    private final List<String> names;
    private final ViewStops stops = new ViewStops(this::of);
    private final Object news = new Object();

    /** @param names all views, in the order in which they are shown */
    public ViewPositions(JdbcTemplate jdbc, LogReader reader, List<String> names) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.names = List.copyOf(names);
    }

    public List<String> names() {
        return names;
    }

    /** The position of the last event that the view has taken in whole; 0 before the first. */
    public long of(String view) {
        return number("select log_position from view_position where view_name = ?", view);
    }

    /**
     * Where a view stands, at one look.
     *
     * @param position of the last event that it has taken in
     * @param switches how often another generation became the live one
     */
    public record Standing(long position, long switches) {}

    /** Where the view stands just now. */
    public Standing standing(String view) {
        List<Standing> found = jdbc.query(
                "select log_position, switches from view_position where view_name = ?",
                (row, i) -> new Standing(row.getLong(1), row.getLong(2)),
                view);
        return found.isEmpty() ? new Standing(0, 0) : found.getFirst();
    }

    /** The generation that is fed and read. */
    public Generation live(String view) {
        return Generation.of((int) number("select generation from view_position where view_name = ?", view));
    }

    /** The same, and nobody feeds the view until the caller's transaction has ended. */
    public Generation lockLive(String view) {
        return Generation.of((int) number("select generation from view_position where view_name = ? for update", view));
    }

    /** Makes another generation the live one, which has come to this commit, within the caller's transaction. */
    public void switchTo(Generation generation, String view, @Nullable Commit last) {
        jdbc.update(
                "update view_position set generation = ?, switches = switches + 1 where view_name = ?",
                generation.number(),
                view);
        if (last != null) {
            store(view, last);
        }
    }

    /** When that event was recorded, in microseconds; 0 before the first. */
    long recordedAt(String view) {
        return number("select recorded_at from view_position where view_name = ?", view);
    }

    private long number(String sql, String view) {
        List<Long> found = jdbc.queryForList(sql, Long.class, view);
        return found.isEmpty() ? 0 : found.getFirst();
    }

    /** What stands still. */
    public ViewStops stops() {
        return stops;
    }

    /**
     * Waits until a view that has stopped runs again, or has stopped once more.
     *
     * @param before why it had stopped
     * @param position that it includes then
     */
    public void awaitAfter(ViewStops.@Nullable Stop before, String view, long position, Duration atMost) {
        await(() -> stops.of(view) == before ? of(view) : position, position, atMost);
    }

    /**
     * Waits until a view includes a position.
     *
     * @return whether it does; false after the time is over
     */
    public boolean await(String view, long position, Duration atMost) {
        return await(() -> of(view), position, atMost);
    }

    /** The position that every view includes. */
    public long ofAll() {
        long slowest = Long.MAX_VALUE;
        for (String name : names) {
            slowest = Math.min(slowest, of(name));
        }
        return slowest;
    }

    /** Waits until every view includes a position. */
    public boolean awaitAll(long position, Duration atMost) {
        return await(this::ofAll, position, atMost);
    }

    /** Waits until the log itself includes a position. */
    public boolean awaitLog(long position, Duration atMost) {
        return await(reader::head, position, atMost);
    }

    /** Moves the view's position on, never back, and locks it for the rest of the transaction. */
    void store(String view, Commit last) {
        long position = last.position();
        int updated = jdbc.update(
                "update view_position set log_position = greatest(log_position, ?),"
                        + " recorded_at = greatest(recorded_at, ?) where view_name = ?",
                position,
                Micros.of(last.recordedAt()),
                view);
        if (updated == 0) {
            jdbc.update(
                    "insert into view_position (view_name, log_position, recorded_at) values (?, ?, ?)",
                    view,
                    position,
                    Micros.of(last.recordedAt()));
        }
    }

    /** Tells whoever waits that a view may have moved on. */
    public void moved() {
        synchronized (news) {
            news.notifyAll();
        }
    }

    private interface Position {
        long now();
    }

    private boolean await(Position position, long wanted, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (position.now() < wanted) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0 || !pause(Math.min(left, LOOK_AGAIN_MS))) {
                return false;
            }
        }
        return true;
    }

    private boolean pause(long millis) {
        try {
            synchronized (news) {
                news.wait(millis);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
