package park.pipeline.core.log;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the log by position. It never sees part of a command: commands become visible whole. */
public final class LogReader {
    private final LoggedRows rows;
    private final ProjectStreams streams;

    public LogReader(DataSource dataSource, EventCodec codec) {
        rows = new LoggedRows(dataSource, codec);
        streams = new ProjectStreams(rows);
    }

    /** The same log by project. */
    public ProjectStreams streams() {
        return streams;
    }

    /** The position of the newest event; 0 in an empty log. */
    public long head() {
        return head("head_position");
    }

    /** The instant of the newest event; the epoch in an empty log. */
    public Instant lastRecordedAt() {
        return Micros.instant(head("recorded_at"));
    }

    private long head(String column) {
        Long value = rows.first(
                "select " + column + " from log_head where id = 1", LoggedRows.Arguments.NONE, row -> row.getLong(1));
        if (value == null) {
            throw new LogUnavailable("The log has no head", null);
        }
        return value;
    }

    /** When the event at this position was recorded; null behind the head. Reads no event, so a broken one is no matter. */
    public @Nullable Instant recordedAt(long position) {
        return rows.first(
                "select recorded_at from event_log where log_position = ?",
                select -> select.setLong(1, position),
                row -> Micros.instant(row.getLong(1)));
    }

    /** Events in global order behind a position, at most so many. */
    public List<LoggedEvent> after(long position, int limit) {
        return rows.events("where log_position > ? order by log_position limit ?", select -> {
            select.setLong(1, position);
            select.setInt(2, limit);
        });
    }

    /** The events at these positions, in global order; what is behind the head is left out. */
    public List<LoggedEvent> at(Collection<Long> positions) {
        if (positions.isEmpty()) {
            return List.of();
        }
        String places = "?, ".repeat(positions.size() - 1) + "?";
        return rows.events("where log_position in (" + places + ") order by log_position", select -> {
            int place = 1;
            for (long position : positions) {
                select.setLong(place++, position);
            }
        });
    }

    /**
     * Whole commands in global order behind a position.
     *
     * @param limit about how many events; one command is never cut in two
     */
    public List<Commit> commitsAfter(long position, int limit) {
        List<LoggedEvent> events = after(position, limit);
        List<Commit> commits = Commits.of(events);
        if (events.size() < limit) {
            return commits;
        }
        // A full page may have cut the last command: leave it for the next page, or read on if it is the only one.
        return commits.size() > 1 ? commits.subList(0, commits.size() - 1) : commitsAfter(position, 2 * limit);
    }
}
