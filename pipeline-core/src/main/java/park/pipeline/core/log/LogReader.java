package park.pipeline.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.ProjectEvent;
import park.pipeline.core.project.Recorded;

/** Reads the log by stream and by position. It never sees part of a command: commands become visible whole. */
public final class LogReader {
    private static final String COLUMNS = """
            select log_position, event_id, stream_id, stream_sequence, event_type, revision,
              recorded_at, occurred_on, actor, data from event_log
            """;

    private final DataSource dataSource;
    private final EventCodec codec;

    public LogReader(DataSource dataSource, EventCodec codec) {
        this.dataSource = dataSource;
        this.codec = codec;
    }

    /** The position of the newest event; 0 in an empty log. */
    public long head() {
        return number("select head_position from log_head where id = 1");
    }

    /** The instant of the newest event; the epoch in an empty log. */
    public Instant lastRecordedAt() {
        return Micros.instant(number("select recorded_at from log_head where id = 1"));
    }

    /** When the event at this position was recorded; null behind the head. Reads no event, so a broken one is no matter. */
    public @Nullable Instant recordedAt(long position) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select recorded_at from event_log where log_position = ?")) {
            select.setLong(1, position);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Micros.instant(row.getLong(1)) : null;
            }
        } catch (SQLException e) {
            throw new LogUnavailable("Cannot read the log", e);
        }
    }

    /** Where an event of a project stands; null where the log has no such event. */
    public @Nullable Long positionOf(UUID projectId, long sequence) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select log_position from event_log where stream_id = ? and stream_sequence = ?")) {
            select.setObject(1, projectId);
            select.setLong(2, sequence);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        } catch (SQLException e) {
            throw new LogUnavailable("Cannot read the log", e);
        }
    }

    /**
     * The events of one project, oldest first.
     *
     * @param fromSequence the first one wanted, from 1
     * @param upToPosition events behind it are left out
     */
    public List<LoggedEvent> stream(UUID projectId, long fromSequence, long upToPosition) {
        return query(
                COLUMNS
                        + " where stream_id = ? and stream_sequence >= ? and log_position <= ? order by stream_sequence",
                select -> {
                    select.setObject(1, projectId);
                    select.setLong(2, fromSequence);
                    select.setLong(3, upToPosition);
                });
    }

    /** All events of these projects up to a position, project by project, each in its order. */
    public List<LoggedEvent> streams(Collection<UUID> projects, long upToPosition) {
        if (projects.isEmpty()) {
            return List.of();
        }
        return query(
                COLUMNS + " where stream_id = any(?) and log_position <= ? order by stream_id, stream_sequence",
                select -> {
                    select.setObject(1, projects.toArray(UUID[]::new));
                    select.setLong(2, upToPosition);
                });
    }

    /** Events in global order behind a position, at most so many. */
    public List<LoggedEvent> after(long position, int limit) {
        return query(COLUMNS + " where log_position > ? order by log_position limit ?", select -> {
            select.setLong(1, position);
            select.setInt(2, limit);
        });
    }

    /**
     * Where a part of all projects ends, so that many can be read at once: project by project, in an order of the database.
     *
     * @param after the last project of the part before; null for the first part
     * @param events about how many the part has
     * @return the last project of the part; null if there is none left
     */
    public @Nullable UUID endOfPart(@Nullable UUID after, int events) {
        UUID end = firstStream(after, events);
        return end != null ? end : lastStream(after);
    }

    private @Nullable UUID firstStream(@Nullable UUID after, int offset) {
        return stream(after, " order by stream_id, stream_sequence limit 1 offset " + offset);
    }

    private @Nullable UUID lastStream(@Nullable UUID after) {
        return stream(after, " order by stream_id desc limit 1");
    }

    private @Nullable UUID stream(@Nullable UUID after, String order) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select stream_id from event_log" + (after == null ? "" : " where stream_id > ?") + order)) {
            if (after != null) {
                select.setObject(1, after);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        } catch (SQLException e) {
            throw new LogUnavailable("Cannot read the log", e);
        }
    }

    /**
     * All events of the projects of a part, project by project, each in its order.
     *
     * @param after the last project of the part before; null for the first part
     * @param last the last project of this part
     * @param upToPosition events behind it are left out
     */
    public List<LoggedEvent> part(@Nullable UUID after, UUID last, long upToPosition) {
        return query(
                COLUMNS + " where stream_id <= ? and log_position <= ?" + (after == null ? "" : " and stream_id > ?")
                        + " order by stream_id, stream_sequence",
                select -> {
                    select.setObject(1, last);
                    select.setLong(2, upToPosition);
                    if (after != null) {
                        select.setObject(3, after);
                    }
                });
    }

    /** The events at these positions, in global order; what is behind the head is left out. */
    public List<LoggedEvent> at(Collection<Long> positions) {
        if (positions.isEmpty()) {
            return List.of();
        }
        String places = "?, ".repeat(positions.size() - 1) + "?";
        return query(COLUMNS + " where log_position in (" + places + ") order by log_position", select -> {
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

    private long number(String sql) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new LogUnavailable("Cannot read the log's head", e);
        }
    }

    private interface Arguments {
        void set(PreparedStatement select) throws SQLException;
    }

    private List<LoggedEvent> query(String sql, Arguments arguments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            arguments.set(select);
            List<LoggedEvent> events = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(event(row));
                }
            }
            return events;
        } catch (SQLException e) {
            throw new LogUnavailable("Cannot read the log", e);
        }
    }

    private LoggedEvent event(ResultSet row) throws SQLException {
        String type = row.getString(5);
        int revision = row.getInt(6);
        byte[] data = row.getBytes(10);
        long position = row.getLong(1);
        return new LoggedEvent(
                position,
                row.getObject(3, UUID.class),
                type,
                revision,
                row.getString(9),
                data,
                new Recorded(
                        row.getObject(2, UUID.class),
                        row.getLong(4),
                        Micros.instant(row.getLong(7)),
                        payload(position, type, revision, row.getObject(8, LocalDate.class), data)));
    }

    private ProjectEvent payload(
            long position, String type, int revision, @Nullable LocalDate occurredOn, byte[] data) {
        try {
            return codec.event(type, revision, occurredOn, data);
        } catch (UnreadableEvent e) {
            throw new UnreadableEvent("Position " + position + ": " + e.getMessage(), e);
        }
    }
}
