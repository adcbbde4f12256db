package park.pipeline.projections.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.Micros;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.KnownTimelines;
import park.pipeline.projections.view.LogAt;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter.Conditions;
import park.pipeline.projections.view.ViewReads;

/** What was recorded last, whatever the project. */
public final class LatestEvents {
    /**
     * How far one looks: what is of a later day, or was recorded later, is left out.
     *
     * @param asOf the last day
     * @param end when that day ends: what has no day of its own, a retraction, is of the day on which it was recorded
     * @param knownAt what was recorded at it is included; null takes all that the view holds
     */
    public record Until(
            LocalDate asOf, Instant end, @Nullable Instant knownAt) {}

    private record Row(
            long position,
            UUID projectId,
            long sequence,
            String type,
            @Nullable LocalDate occurredOn,
            Instant recordedAt,
            String actor,
            Stage stageAfter) {
        LatestEvent of(String projectName) {
            return new LatestEvent(
                    position, projectId, projectName, sequence, type, occurredOn, recordedAt, actor, stageAfter);
        }
    }

    private final JdbcTemplate jdbc;
    private final ViewReads reads;
    private final KnownTimelines timelines;

    public LatestEvents(JdbcTemplate jdbc, ViewReads reads, LogReader log) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.timelines = new KnownTimelines(log);
    }

    /**
     * The newest events, newest first.
     *
     * @param knownAt the instant, what was recorded at it included; null takes all that the view holds
     * @param limit how many at the most
     */
    public Positioned<List<LatestEvent>> newest(@Nullable Instant knownAt, int limit) {
        return named(knownAt, (known, live) -> upTo(known, limit, live));
    }

    /**
     * The newest events of some projects up to a day, newest first.
     *
     * @param projects conditions on {@code project_id}; none for all projects
     * @param limit how many at the most
     */
    public Positioned<List<LatestEvent>> newest(Conditions projects, Until until, int limit) {
        return named(until.knownAt(), (known, live) -> among(projects, until, known, limit, live));
    }

    /** @param query is told the position up to which it may look */
    private Positioned<List<LatestEvent>> named(
            @Nullable Instant knownAt, BiFunction<Long, Generation, List<Row>> query) {
        Positioned<List<Row>> read = reads.of(HistoryView.NAME, live -> {
            long seen = reads.recordedAt(HistoryView.NAME);
            long known = knownAt == null ? seen : Math.min(Micros.of(knownAt), seen);
            return query.apply(LogAt.position(known, jdbc), live);
        });
        Map<UUID, String> names = new HashMap<>();
        List<LatestEvent> named = read.answer().stream()
                .map(row -> row.of(
                        names.computeIfAbsent(row.projectId(), project -> name(project, read.position(), knownAt))))
                .toList();
        return new Positioned<>(named, read.position());
    }

    /** The view has no index by position and needs none: positions have no gaps, and the log tells whose they are. */
    private List<Row> upTo(long last, int limit, Generation live) {
        return jdbc.query(
                select(live) + " where l.log_position > ? and l.log_position <= ? order by l.log_position desc",
                (row, i) -> row(row),
                last - limit,
                last);
    }

    private List<Row> among(Conditions projects, Until until, long last, int limit, Generation live) {
        Conditions conditions = new Conditions()
                .and("l.log_position <= ?", last)
                .and(
                        "(h.occurred_on <= ? or h.occurred_on is null and h.recorded_at < ?)",
                        until.asOf(),
                        Micros.of(until.end()));
        List<Object> arguments = new ArrayList<>(List.of(conditions.arguments()));
        arguments.addAll(List.of(projects.arguments()));
        return jdbc.query(
                select(live) + conditions.where() + projects.where().replaceFirst("^ where ", " and ")
                        + " order by l.log_position desc limit " + limit,
                (row, i) -> row(row),
                arguments.toArray());
    }

    private static String select(Generation live) {
        return """
                select h.log_position, h.project_id, h.stream_sequence, h.event_type, h.occurred_on, h.recorded_at,
                  h.actor, h.stage_after
                from event_log l join %s h on h.project_id = l.stream_id and h.stream_sequence = l.stream_sequence
                """.formatted(live.table(HistoryView.ROW));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getLong(3),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                Micros.instant(row.getLong(6)),
                row.getString(7),
                Stage.valueOf(row.getString(8)));
    }

    private String name(UUID projectId, long position, @Nullable Instant knownAt) {
        return timelines.of(projectId, position, knownAt).profile().name();
    }
}
