package park.pipeline.projections.rebuild;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.projections.view.Feed;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.View;
import park.pipeline.projections.view.ViewPositions;
import park.pipeline.projections.view.ViewReads;

/**
 * Whether a view has taken in every event of every project up to its position: each project's last sequence in the log beside
 * the version that the view has applied.
 */
public final class Completeness {
    /** So many gaps are named. */
    private static final int NAMED = 1_000;

    /**
     * A project that the view has not taken in as it should have.
     *
     * @param expected the project's last sequence in the log up to the view's position; 0 where the log does not know it
     * @param applied the version that the view has; 0 where it does not know the project
     * @param position of the project's first event; null where the log does not know it
     */
    public record Gap(
            UUID projectId,
            long expected,
            long applied,
            @Nullable Long position) {}

    private final View view;
    private final JdbcTemplate jdbc;
    private final ViewPositions positions;
    private final ViewReads reads;

    public Completeness(View view, JdbcTemplate jdbc, ViewPositions positions, ViewReads reads) {
        this.view = view;
        this.jdbc = jdbc;
        this.positions = positions;
        this.reads = reads;
    }

    /** The first gaps; none where the view is complete. */
    public List<Gap> gaps() {
        return reads.of(view.name(), this::gaps).answer();
    }

    private List<Gap> gaps(Generation live) {
        String versions = live.table(Feed.versions(view).name());
        long position = positions.of(view.name());
        List<Gap> missing = jdbc.query(
                "select s.stream_id, s.reached, v.version, s.first_position from (select stream_id,"
                        + " max(stream_sequence) reached, count(*) events, min(log_position) first_position"
                        + " from event_log where log_position <= ? group by stream_id) s left join " + versions
                        + " v on v.project_id = s.stream_id where v.version is null or v.version <> s.reached"
                        + " or s.events <> s.reached order by s.first_position limit " + NAMED,
                (row, i) -> new Gap(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3), row.getLong(4)),
                position);
        List<Gap> unknown = jdbc.query(
                "select project_id, version from " + versions + " v where not exists (select 1 from event_log"
                        + " where stream_id = v.project_id and log_position <= ?) order by project_id limit " + NAMED,
                (row, i) -> new Gap(row.getObject(1, UUID.class), 0, row.getLong(2), null),
                position);
        return Stream.concat(missing.stream(), unknown.stream()).limit(NAMED).toList();
    }
}
