package park.pipeline.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The answers that are kept for whoever asks again. Those of commands that were taken are stored by the writer. */
public final class Receipts {
    /** Longer than the day that is promised, so that a client's own day ends before ours. */
    private static final Duration KEPT = Duration.ofHours(48);
    /** So many at a time, so that nobody waits for the clearing up. */
    private static final int CLEARED_AT_ONCE = 1_000;

    /** Where the events of a command ended up, and its project. */
    public record Place(UUID projectId, Appended appended) {}

    /** A receipt as it is stored; {@code place} is null where the answer is not that of a command that was taken. */
    public record Stored(Receipt receipt, @Nullable Place place) {}

    private final DataSource dataSource;
    private final Clock clock;

    public Receipts(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * What was answered under this key; null where nothing was.
     *
     * @throws LogUnavailable if the database failed
     */
    public @Nullable Stored find(String actor, String key) {
        try (Connection connection = dataSource.getConnection()) {
            return find(connection, actor, key);
        } catch (SQLException e) {
            throw new LogUnavailable("Cannot read the receipts", e);
        }
    }

    /**
     * Keeps the answer to a request that appended nothing.
     *
     * @return false if another one is kept under its key already: of a node that was asked the same and was faster
     * @throws LogUnavailable if the database failed
     */
    public boolean keep(Receipt receipt) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            set(insert, receipt, Micros.of(clock.instant()), null);
            insert.executeUpdate();
            return true;
        } catch (SQLException e) {
            if (!LostRace.isUniqueViolation(e)) {
                throw new LogUnavailable("Cannot keep a receipt", e);
            }
            return false;
        }
    }

    /**
     * Forgets some of those that nobody can ask for any more.
     *
     * @return how many
     * @throws LogUnavailable if the database failed
     */
    public int clearUp() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement("""
                        delete from receipt where (actor, idempotency_key) in (select actor, idempotency_key
                          from receipt where stored_at < ? order by stored_at fetch first %d rows only)
                        """.formatted(CLEARED_AT_ONCE))) {
            delete.setLong(1, Micros.of(clock.instant().minus(KEPT)));
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new LogUnavailable("Cannot clear up the receipts", e);
        }
    }

    static final String INSERT = """
            insert into receipt (actor, idempotency_key, fingerprint, stored_at, status, location, body,
              project_id, stream_sequence, log_position) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static void set(PreparedStatement insert, Receipt receipt, long storedAt, @Nullable Place place)
            throws SQLException {
        insert.setString(1, receipt.actor());
        insert.setString(2, receipt.key());
        insert.setString(3, receipt.fingerprint());
        insert.setLong(4, storedAt);
        insert.setInt(5, receipt.status());
        insert.setString(6, receipt.location());
        insert.setBytes(7, receipt.body());
        if (place == null) {
            insert.setNull(8, Types.OTHER);
            insert.setNull(9, Types.BIGINT);
            insert.setNull(10, Types.BIGINT);
        } else {
            insert.setObject(8, place.projectId());
            insert.setLong(9, place.appended().version());
            insert.setLong(10, place.appended().position());
        }
    }

    static @Nullable Stored find(Connection connection, String actor, String key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select fingerprint, stored_at, status, location, body, project_id, stream_sequence, log_position
                from receipt where actor = ? and idempotency_key = ?
                """)) {
            select.setString(1, actor);
            select.setString(2, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? stored(row, actor, key) : null;
            }
        }
    }

    private static Stored stored(ResultSet row, String actor, String key) throws SQLException {
        Receipt receipt = new Receipt(actor, key, row.getString(1), row.getInt(3), row.getString(4), row.getBytes(5));
        UUID projectId = row.getObject(6, UUID.class);
        if (projectId == null) {
            return new Stored(receipt, null);
        }
        Instant recordedAt = Micros.instant(row.getLong(2));
        return new Stored(receipt, new Place(projectId, new Appended(row.getLong(8), row.getLong(7), recordedAt)));
    }
}
