package park.pipeline.core.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.log.LogUnavailable;
import park.pipeline.core.log.Micros;

/** Reads the log of accesses, in either direction, page by page. */
public final class AccessLines {
    private final DataSource dataSource;

    public AccessLines(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Lines behind a position, oldest first. */
    public List<AccessLine> after(long position, int limit) {
        return read("where log_position > ? order by log_position limit ?", position, limit);
    }

    /**
     * Lines before a position, newest first.
     *
     * @param action only these; null for all
     * @param actor only those of this user; null for all
     */
    public List<AccessLine> before(long position, Access.@Nullable Action action, @Nullable String actor, int limit) {
        StringBuilder where = new StringBuilder("where log_position < ?");
        List<Object> arguments = new ArrayList<>(List.of(position));
        if (action != null) {
            where.append(" and action = ?");
            arguments.add(action.name());
        }
        if (actor != null) {
            where.append(" and actor = ?");
            arguments.add(actor);
        }
        arguments.add(limit);
        return read(where + " order by log_position desc limit ?", arguments.toArray());
    }

    private List<AccessLine> read(String rest, Object... arguments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select log_position, recorded_at, entry from access_log " + rest)) {
            for (int i = 0; i < arguments.length; i++) {
                select.setObject(i + 1, arguments[i]);
            }
            List<AccessLine> lines = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(new AccessLine(row.getLong(1), Micros.instant(row.getLong(2)), row.getBytes(3)));
                }
            }
            return lines;
        } catch (SQLException e) {
            throw new LogUnavailable("Cannot read the log of accesses", e);
        }
    }
}
