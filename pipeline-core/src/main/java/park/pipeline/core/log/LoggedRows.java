package park.pipeline.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.ProjectEvent;
import park.pipeline.core.project.Recorded;

/** Asks the tables of the log, and makes events of rows. */
final class LoggedRows {
    private static final String EVENTS = """
            select log_position, event_id, stream_id, stream_sequence, event_type, revision,
              recorded_at, occurred_on, actor, data from event_log
            """;

    private final DataSource dataSource;
    private final EventCodec codec;

    LoggedRows(DataSource dataSource, EventCodec codec) {
        this.dataSource = dataSource;
        this.codec = codec;
    }

    /** Sets the arguments of a question. */
    interface Arguments {
        Arguments NONE = select -> {};

        void set(PreparedStatement select) throws SQLException;
    }

    /** Makes something of a row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * The events of which this holds.
     *
     * @param where what follows the table's name
     * @throws LogUnavailable if the database failed
     * @throws UnreadableEvent if this release cannot read one of them
     */
    List<LoggedEvent> events(String where, Arguments arguments) {
        return ask(EVENTS + where, arguments, rows -> {
            List<LoggedEvent> events = new ArrayList<>();
            while (rows.next()) {
                events.add(event(rows));
            }
            return events;
        });
    }

    /**
     * The first row of an answer; null where it has none.
     *
     * @throws LogUnavailable if the database failed
     */
    <T> @Nullable T first(String sql, Arguments arguments, Row<T> read) {
        return ask(sql, arguments, rows -> rows.next() ? Optional.of(read.of(rows)) : Optional.<T>empty())
                .orElse(null);
    }

    private <T> T ask(String sql, Arguments arguments, Row<T> read) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            arguments.set(select);
            try (ResultSet rows = select.executeQuery()) {
                return read.of(rows);
            }
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
