package park.pipeline.core.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.access.Access.Action;
import park.pipeline.core.log.EventCodec;
import park.pipeline.core.log.LogUnavailable;
import park.pipeline.core.log.Micros;
import park.pipeline.core.log.OwnTransaction;

/** Puts accesses on record, one transaction each: what was told to be on record is. */
public final class AccessLog {
    private static final Duration FAILURES_COUNT_FOR = Duration.ofMinutes(1);
    /** Whoever tries many names shall not fill the disk: so many failures a minute, of all names together. */
    private static final int FAILURES_A_MINUTE = 60;

    private final OwnTransaction transaction;
    private final Clock clock;
    private final EventCodec codec = new EventCodec();

    public AccessLog(OwnTransaction transaction, Clock clock) {
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Puts an access on record; of failed sign-ins one a name and minute, and not more than sixty a minute in all.
     *
     * @throws LogUnavailable if it could not be: then whatever it is about must not go on
     */
    public void record(Access access) {
        try {
            transaction.of(connection -> append(connection, access));
        } catch (SQLException e) {
            throw new LogUnavailable("Cannot put an access on record", e);
        }
    }

    /** Whether it is on record; not where it is one failure too many. */
    private boolean append(Connection connection, Access access) throws SQLException {
        long position;
        long recordedAt;
        try (PreparedStatement head = connection.prepareStatement(
                        "select head_position, recorded_at from access_head where id = 1 for update");
                ResultSet row = head.executeQuery()) {
            row.next();
            position = row.getLong(1) + 1;
            recordedAt = Math.max(Micros.of(clock.instant()), row.getLong(2) + 1);
        }
        if (access.action() == Action.SIGN_IN_FAILED && isOneTooMany(connection, access.actor(), recordedAt)) {
            return false;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into access_log (log_position, recorded_at, actor, action, entry) values (?, ?, ?, ?, ?)")) {
            insert.setLong(1, position);
            insert.setLong(2, recordedAt);
            insert.setString(3, access.actor());
            insert.setString(4, access.action().name());
            insert.setBytes(5, line(access, position, recordedAt));
            insert.executeUpdate();
        }
        try (PreparedStatement head =
                connection.prepareStatement("update access_head set head_position = ?, recorded_at = ? where id = 1")) {
            head.setLong(1, position);
            head.setLong(2, recordedAt);
            head.executeUpdate();
        }
        return true;
    }

    private static boolean isOneTooMany(Connection connection, String actor, long now) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select count(*), count(case when actor = ? then 1 end) from access_log"
                        + " where action = ? and recorded_at > ?")) {
            select.setString(1, actor);
            select.setString(2, Action.SIGN_IN_FAILED.name());
            select.setLong(3, now - FAILURES_COUNT_FOR.toNanos() / 1_000);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1) >= FAILURES_A_MINUTE || row.getLong(2) > 0;
            }
        }
    }

    private byte[] line(Access access, long position, long recordedAt) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("action", access.action().name());
        line.put("actor", access.actor());
        line.put("address", access.address());
        line.put("position", position);
        line.put("recordedAt", Micros.text(Micros.instant(recordedAt)));
        line.put("subject", access.subject());
        return codec.canonical(line);
    }
}
