package park.pipeline.projections.stage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.project.Entry;
import park.pipeline.core.project.Investment;
import park.pipeline.core.project.Responsible;
import park.pipeline.core.project.Stage;
import park.pipeline.core.project.Timeline;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.KnownTimelines;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.ProjectFilter.Conditions;
import park.pipeline.projections.view.ViewReads;

/** Projects that were signed and are not under construction, and those under construction that do not produce. */
public final class StuckQueries {
    /**
     * Those that wait longest, of all that wait.
     *
     * @param total how many wait, shown here or not
     * @param projects longest first; of those that wait since the same day the earlier registered first, then by id
     */
    public record Stuck(long total, List<StuckProject> projects) {}

    private record Waiting(UUID projectId, Stage stage, LocalDate since, long total) {}

    private static final List<String> SIGNED = List.of(Stage.CONTRACT.name(), Stage.PERMITTING.name());
    private static final List<String> STARTED = List.of(Stage.CONSTRUCTION.name());

    private final JdbcTemplate jdbc;
    private final ViewReads reads;
    private final KnownTimelines timelines;

    public StuckQueries(JdbcTemplate jdbc, ViewReads reads, LogReader log) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.timelines = new KnownTimelines(log);
    }

    /**
     * Projects in CONTRACT or PERMITTING on a day, since their first entry in force into CONTRACT; without one, into
     * PERMITTING. A withdrawal in between does not stop the clock.
     *
     * @param asOf the day, to its end
     * @param knownAt the instant, what was recorded at it included; null takes all that the view holds
     * @param filter its team is that of {@code asOf}
     * @param limit how many projects at the most, at least 1
     */
    public Positioned<Stuck> signedNotStarted(
            LocalDate asOf, @Nullable Instant knownAt, ProjectFilter filter, int limit) {
        // Nobody enters CONTRACT after PERMITTING: the first entry into either is the one that counts.
        return stuck(asOf, knownAt, live -> longest("min(entered_on)", SIGNED, asOf, knownAt, filter, limit, live));
    }

    /**
     * Projects in CONSTRUCTION on a day, since their latest entry into it: after a withdrawal the clock starts anew.
     *
     * @param asOf the day, to its end
     * @param knownAt the instant, what was recorded at it included; null takes all that the view holds
     * @param filter its team is that of {@code asOf}
     * @param limit how many projects at the most, at least 1
     */
    public Positioned<Stuck> startedNotProducing(
            LocalDate asOf, @Nullable Instant knownAt, ProjectFilter filter, int limit) {
        return stuck(asOf, knownAt, live -> longest("max(entered_on)", STARTED, asOf, knownAt, filter, limit, live));
    }

    /** One pass over the entries up to the day: in one that is left only after it the project stands. */
    private List<Waiting> longest(
            String since,
            List<String> stages,
            LocalDate asOf,
            @Nullable Instant knownAt,
            ProjectFilter filter,
            int limit,
            Generation live) {
        Conditions entries = Known.entries(asOf, knownAt, filter, live)
                .and("entered_on <= ?", asOf)
                .anyOf("stage", stages);
        List<Object> arguments = new ArrayList<>(List.of(asOf));
        arguments.addAll(List.of(entries.arguments()));
        arguments.addAll(List.of(asOf, limit));
        return jdbc.query(
                "select project_id, max(case when next_on > ? then stage end), " + since + " since_day,"
                        + " count(*) over () from " + live.table(StageView.ENTRY) + entries.where()
                        + " group by project_id having max(next_on) > ?"
                        + " order by since_day, min(registered_on), project_id limit ?",
                (row, i) -> new Waiting(
                        row.getObject(1, UUID.class),
                        Stage.valueOf(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4)),
                arguments.toArray());
    }

    /** The log is read after the view's snapshot is closed: it only grows, so what the view knows is there. */
    private Positioned<Stuck> stuck(
            LocalDate asOf, @Nullable Instant knownAt, Function<Generation, List<Waiting>> query) {
        Positioned<List<Waiting>> read = reads.of(StageView.NAME, query);
        List<Waiting> longest = read.answer();
        List<StuckProject> projects = longest.stream()
                .map(waiting -> project(waiting, asOf, timelines.of(waiting.projectId(), read.position(), knownAt)))
                .toList();
        return new Positioned<>(
                new Stuck(longest.isEmpty() ? 0 : longest.getFirst().total(), projects), read.position());
    }

    private static StuckProject project(Waiting waiting, LocalDate asOf, Timeline timeline) {
        Entry<Investment> investment = timeline.series().investment().on(asOf);
        Entry<Responsible> team = timeline.series().team().on(asOf);
        return new StuckProject(
                waiting.projectId(),
                timeline.profile().name(),
                timeline.profile().enterprise(),
                waiting.stage(),
                waiting.since(),
                ChronoUnit.DAYS.between(waiting.since(), asOf),
                investment == null ? null : investment.value().amountCny(),
                team == null ? null : team.value().team());
    }
}
