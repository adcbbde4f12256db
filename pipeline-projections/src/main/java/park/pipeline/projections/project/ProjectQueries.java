package park.pipeline.projections.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.Micros;
import park.pipeline.core.project.Enterprise;
import park.pipeline.core.project.Likeness;
import park.pipeline.core.project.ProjectKind;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter.Conditions;
import park.pipeline.projections.view.ViewReads;

/** Lists of projects as they are now. */
public final class ProjectQueries {
    private static final String COLUMNS = """
            select registered_position, project_id, reference, name, enterprise, credit_code, industry, kind, origin,
              team, owner, stage, stage_since, investment_cny,
            """;
    private static final String NOW = COLUMNS + " version from project_row";
    /** A project's version is the number of its events known then. */
    private static final String THEN = COLUMNS
            + " (select max(stream_sequence) from event_log where stream_id = project_id and recorded_at <= ?)"
            + " from project_span";

    private static final int SIMILAR = 5;

    private record Row(long position, ProjectItem item) {}

    private final JdbcTemplate jdbc;
    private final ViewReads reads;
    private final StageLimits limits;

    public ProjectQueries(JdbcTemplate jdbc, ViewReads reads, StageLimits limits) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.limits = limits;
    }

    /**
     * Projects in the order of their registration, so that paging neither repeats nor loses one.
     *
     * @param afterPosition only those registered behind it; 0 for the first page
     * @param today the day to which days in stage are counted
     */
    public Positioned<ProjectPage> list(ProjectSearch search, long afterPosition, int limit, LocalDate today) {
        Conditions conditions = new Conditions();
        addSearch(conditions, search, afterPosition, today);
        return reads.of(ProjectView.NAME, () -> page(NOW, conditions, limit, today));
    }

    /**
     * The same list as it stood at the end of a day, as known at an instant.
     *
     * @param asOf the day, to which days in stage are counted too
     * @param knownAt the instant, what was recorded at it included; null takes all that the view holds
     */
    public Positioned<ProjectPage> listAsOf(
            ProjectSearch search, long afterPosition, int limit, LocalDate asOf, @Nullable Instant knownAt) {
        return reads.of(ProjectView.NAME, () -> {
            long seen = reads.recordedAt(ProjectView.NAME);
            long known = knownAt == null ? seen : Math.min(Micros.of(knownAt), seen);
            // The first argument is that of the version in the select list.
            Conditions conditions = new Conditions().and("valid_from <= ?", known, asOf);
            conditions.and("valid_to > ?", asOf).and("known_from <= ?", known).and("known_to > ?", known);
            addSearch(conditions, search, afterPosition, asOf);
            return page(THEN, conditions, limit, asOf);
        });
    }

    /** Active projects of the same enterprise, by name or by credit code, without the project itself. */
    public List<ProjectItem> similar(UUID project, Enterprise enterprise, LocalDate today) {
        Conditions conditions = new Conditions()
                .and("project_id <> ?", project)
                .and("stage <> ?", Stage.WITHDRAWN.name())
                .and(
                        "(enterprise_likeness = ? or credit_code = ?)",
                        Likeness.of(enterprise.name()),
                        enterprise.creditCode() == null ? "" : enterprise.creditCode());
        return page(NOW, conditions, SIMILAR, today).items();
    }

    private void addSearch(Conditions conditions, ProjectSearch search, long afterPosition, LocalDate day) {
        conditions.and("registered_position > ?", afterPosition);
        search.filter().addTo(conditions);
        conditions.anyOf("stage", search.stages().stream().map(Stage::name).toList());
        addWords(conditions, search.words());
        addLights(conditions, search.lights(), day);
    }

    private ProjectPage page(String select, Conditions conditions, int limit, LocalDate today) {
        List<Row> rows = jdbc.query(
                select + conditions.where() + " order by registered_position limit " + (limit + 1),
                (row, i) -> row(row, today),
                conditions.arguments());
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        return new ProjectPage(
                shown.stream().map(Row::item).toList(),
                shown.isEmpty() ? 0 : shown.getLast().position(),
                more);
    }

    private static void addWords(Conditions conditions, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        String any = String.join(
                " or ", words.stream().map(w -> "search_text like ? escape '!'").toList());
        conditions.and(
                "(" + any + ")", words.stream().map(ProjectQueries::pattern).toArray());
    }

    private static String pattern(String word) {
        String escaped = ProjectState.searchable(word)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + escaped + "%";
    }

    private void addLights(Conditions conditions, List<Light> lights, LocalDate today) {
        if (lights.isEmpty()) {
            return;
        }
        List<String> clauses = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        limits.days().forEach((stage, limit) -> {
            LocalDate lastYellow = limits.lastEntryWith(Light.YELLOW, limit, today);
            LocalDate lastRed = limits.lastEntryWith(Light.RED, limit, today);
            if (lights.contains(Light.RED)) {
                clauses.add("(stage = ? and stage_since <= ?)");
                arguments.addAll(List.of(stage.name(), lastRed));
            }
            if (lights.contains(Light.YELLOW)) {
                clauses.add("(stage = ? and stage_since <= ? and stage_since > ?)");
                arguments.addAll(List.of(stage.name(), lastYellow, lastRed));
            }
        });
        conditions.and(clauses.isEmpty() ? "1 = 0" : "(" + String.join(" or ", clauses) + ")", arguments.toArray());
    }

    private Row row(ResultSet row, LocalDate today) throws SQLException {
        Stage stage = Stage.valueOf(row.getString(12));
        LocalDate since = row.getObject(13, LocalDate.class);
        ProjectItem item = new ProjectItem(
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                new Enterprise(row.getString(5), row.getString(6)),
                row.getString(7),
                ProjectKind.valueOf(row.getString(8)),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                stage,
                since,
                ChronoUnit.DAYS.between(since, today),
                limits.light(stage, since, today),
                row.getObject(14, Long.class),
                row.getLong(15));
        return new Row(row.getLong(1), item);
    }
}
