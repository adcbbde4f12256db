package park.pipeline.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The rows of the log in their global order, page by page by keyset. */
public final class LogLines {
    private final DataSource dataSource;

    public LogLines(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Lines behind a position, oldest first.
     *
     * @param upTo lines behind this position are left out
     * @param limit how many at the most
     */
    public List<LogLine> after(long position, long upTo, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select log_position, event_id, stream_id, stream_sequence, event_type, revision,
                          recorded_at, occurred_on, actor, data from event_log
                        where log_position > ? and log_position <= ? order by log_position limit ?
                        """)) {
            select.setLong(1, position);
            select.setLong(2, upTo);
            select.setInt(3, limit);
            return lines(select);
        } catch (SQLException e) {
            throw new LogUnavailable("Cannot read the log", e);
        }
    }

    /** The lines of one project, oldest first; none of one that is not there. */
    public List<LogLine> of(UUID projectId, long upTo) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select log_position, event_id, stream_id, stream_sequence, event_type, revision,
                          recorded_at, occurred_on, actor, data from event_log
                        where stream_id = ? and log_position <= ? order by stream_sequence
                        """)) {
            select.setObject(1, projectId);
            select.setLong(2, upTo);
            return lines(select);
        } catch (SQLException e) {
            throw new LogUnavailable("Cannot read the log", e);
        }
    }

    static List<LogLine> lines(PreparedStatement select) throws SQLException {
        List<LogLine> lines = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                lines.add(line(row));
            }
        }
        return lines;
    }

    private static LogLine line(ResultSet row) throws SQLException {
        return new LogLine(
                row.getLong(1),
                row.getObject(3, UUID.class),
                row.getLong(4),
                row.getObject(2, UUID.class),
                row.getString(5),
                row.getInt(6),
                Micros.instant(row.getLong(7)),
                row.getObject(8, LocalDate.class),
                row.getString(9),
                row.getBytes(10));
    }
}
