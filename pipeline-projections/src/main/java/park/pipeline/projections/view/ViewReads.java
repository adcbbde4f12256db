package park.pipeline.projections.view;

import java.util.function.Function;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads of a view: all queries of one answer see the same state, and the position is that of this state. */
public final class ViewReads {
    private final TransactionTemplate snapshot;
    private final ViewPositions positions;

    public ViewReads(PlatformTransactionManager transactions, ViewPositions positions) {
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        // H2's REPEATABLE_READ takes the snapshot of each table when it first reads it, so that position and rows,
        // or two tables, could be of different moments. Its SERIALIZABLE is one snapshot; on PostgreSQL a
        // transaction that only reads never fails for it while the writers stay at READ_COMMITTED.
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        this.positions = positions;
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
            long position = positions.of(view);
            return new Positioned<>(queries.apply(positions.live(view)), position);
        });
        if (read == null) {
            throw new IllegalStateException("A read of " + view + " gave nothing");
        }
        return read;
    }
}
