package park.pipeline.projections.view;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import park.pipeline.core.log.LogDialect;

/** Reads of a view: all queries of one answer see the same state, and the position is that of this state. */
public final class ViewReads {
    private static final String STANDING = "select log_position, generation from view_position where view_name = ?";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;
    private final ViewPositions positions;
    private final String first;

    public ViewReads(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, ViewPositions positions, LogDialect dialect) {
        this.jdbc = jdbc;
        this.positions = positions;
        this.first = dialect.beginSnapshot() + STANDING;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        if (dialect.beginSnapshot().isEmpty()) {
            // H2's REPEATABLE_READ takes the snapshot of each table when it first reads it, so that position and rows,
            // or two tables, could be of different moments. Its SERIALIZABLE is one snapshot.
            this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        }
    }

    /** When the last event that the view holds was recorded, in microseconds; within a read. */
    public long recordedAt(String view) {
        return positions.recordedAt(view);
    }

    /** Where the view stands, outside of a read. */
    public ViewPositions.Standing standing(String view) {
        return positions.standing(view);
    }

    /**
     * Runs the queries of one answer.
     *
     * @param queries are told which generation's tables to read
     */
    public <T> Positioned<T> of(String view, Function<Generation, T> queries) {
        Positioned<T> read = snapshot.execute(status -> {
            Positioned<Generation> live = live(view, status.isNewTransaction() ? first : STANDING);
            return new Positioned<>(queries.apply(live.answer()), live.position());
        });
        if (read == null) {
            throw new IllegalStateException("A read of " + view + " gave nothing");
        }
        return read;
    }

    private Positioned<Generation> live(String view, String sql) {
        Positioned<Generation> live =
                jdbc.execute(sql, (PreparedStatementCallback<Positioned<Generation>>) select -> live(view, select));
        if (live == null) {
            throw new IllegalStateException("No place of " + view);
        }
        return live;
    }

    private static Positioned<Generation> live(String view, PreparedStatement select) throws SQLException {
        select.setString(1, view);
        boolean isRows = select.execute();
        if (!isRows) { // that of the beginning came first
            select.getMoreResults();
        }
        try (ResultSet row = select.getResultSet()) {
            return row.next()
                    ? new Positioned<>(Generation.of(row.getInt(2)), row.getLong(1))
                    : new Positioned<>(Generation.of(0), 0);
        }
    }
}
