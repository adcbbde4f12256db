package park.pipeline.projections.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.EventCodec;
import park.pipeline.core.log.Micros;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ViewReads;

/** The events of one project. */
public final class HistoryQueries {
    private final JdbcTemplate jdbc;
    private final ViewReads reads;
    private final EventCodec codec;

    public HistoryQueries(JdbcTemplate jdbc, ViewReads reads, EventCodec codec) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.codec = codec;
    }

    /**
     * Events of a project, oldest first.
     *
     * @param afterSequence only those behind it; 0 for all
     * @param limit how many at the most
     * @return empty where the view does not know the project
     */
    public Positioned<List<HistoryItem>> of(UUID projectId, long afterSequence, int limit) {
        return reads.of(
                HistoryView.NAME,
                live -> jdbc.query(
                        """
                        select stream_sequence, log_position, event_id, event_type, occurred_on, recorded_at, actor,
                          stage_after, data, corrects from %s
                        where project_id = ? and stream_sequence > ? order by stream_sequence limit ?
                        """.formatted(live.table(HistoryView.ROW)),
                        (row, i) -> item(row),
                        projectId,
                        afterSequence,
                        limit));
    }

    private HistoryItem item(ResultSet row) throws SQLException {
        return new HistoryItem(
                row.getLong(1),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                Micros.instant(row.getLong(6)),
                row.getString(7),
                Stage.valueOf(row.getString(8)),
                codec.tree(row.getBytes(9)),
                row.getObject(10, UUID.class));
    }
}
