package park.pipeline.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The log as one looks for something in it. Instants are turned into positions by their index, for both only grow; one
 * project is found by its own. Types and actors have no index, which every append would pay for: the log is gone
 * through, but never more than a stretch of it at once. So a question costs the same however long the log is, and the
 * answer says how far it looked.
 */
public final class SearchedLog {
    /** Lines gone through at once: some tenths of a second. */
    private static final int STRETCH = 50_000;

    private static final String COLUMNS = """
            select log_position, event_id, stream_id, stream_sequence, event_type, revision,
              recorded_at, occurred_on, actor, data from event_log
            """;
    private static final String FIRST_FROM = """
            select min(log_position) from event_log where recorded_at =
              (select recorded_at from event_log where recorded_at >= ? order by recorded_at limit 1)
            """;
    private static final String LAST_TO = """
            select max(log_position) from event_log where recorded_at =
              (select recorded_at from event_log where recorded_at <= ? order by recorded_at desc limit 1)
            """;

    /** The order of the lines found. */
    public enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST
    }

    /**
     * What was found.
     *
     * @param next the position behind which one goes on looking; null where all was looked through
     */
    public record Found(List<LogLine> lines, @Nullable Long next) {
        public Found {
            lines = List.copyOf(lines);
        }
    }

    private record Stretch(long first, long last, boolean isAll) {}

    private final DataSource dataSource;
    private final int stretch;

    public SearchedLog(DataSource dataSource) {
        this(dataSource, STRETCH);
    }

    SearchedLog(DataSource dataSource, int stretch) {
        this.dataSource = dataSource;
        this.stretch = stretch;
    }

    /**
     * Looks on from a position, which itself is left out.
     *
     * @param behind in the direction of the order; {@link Long#MAX_VALUE} or 0 to begin with
     * @param limit how many lines at the most
     */
    public Found find(LogSearch search, Order order, long behind, int limit) {
        try (Connection connection = dataSource.getConnection()) {
            Stretch where = stretch(connection, search, order, behind);
            List<LogLine> lines = lines(connection, search, order, where, limit + 1);
            if (lines.size() > limit) {
                return new Found(lines.subList(0, limit), lines.get(limit - 1).position());
            }
            long end = order == Order.NEWEST_FIRST ? where.first() : where.last();
            return new Found(lines, where.isAll() ? null : end);
        } catch (SQLException e) {
            throw new LogUnavailable("Cannot read the log", e);
        }
    }

    private Stretch stretch(Connection connection, LogSearch search, Order order, long behind) throws SQLException {
        long first =
                search.from() == null ? 1 : position(connection, FIRST_FROM, Micros.of(search.from()), Long.MAX_VALUE);
        long last = search.to() == null
                ? position(connection, "select max(log_position) from event_log where log_position > ?", 0, 0)
                : position(connection, LAST_TO, Micros.of(search.to()), 0);
        boolean back = order == Order.NEWEST_FIRST;
        long from = Math.clamp(behind, 0, Long.MAX_VALUE - 1);
        first = back ? first : Math.max(first, from + 1);
        last = back ? Math.min(last, from - 1) : last;
        if (first > last || last - first < stretch || !search.needsAScan()) {
            return new Stretch(first, last, true);
        }
        return back ? new Stretch(last - stretch + 1, last, false) : new Stretch(first, first + stretch - 1, false);
    }

    private static long position(Connection connection, String sql, long argument, long none) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, argument);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long position = row.getLong(1);
                return row.wasNull() ? none : position;
            }
        }
    }

    private static List<LogLine> lines(Connection connection, LogSearch search, Order order, Stretch where, int limit)
            throws SQLException {
        if (where.first() > where.last()) {
            return List.of();
        }
        // in a project both orders are one, and its index serves this one
        String by = search.projectId() == null ? "log_position" : "stream_sequence";
        String direction = order == Order.NEWEST_FIRST ? " desc" : "";
        String sql = COLUMNS + "where log_position >= ? and log_position <= ?" + search.clauses() + " order by " + by
                + direction + " limit ?";
        List<Object> arguments = new ArrayList<>(List.of(where.first(), where.last()));
        arguments.addAll(search.arguments());
        arguments.add(limit);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.size(); i++) {
                select.setObject(i + 1, arguments.get(i));
            }
            return LogLines.lines(select);
        }
    }
}
