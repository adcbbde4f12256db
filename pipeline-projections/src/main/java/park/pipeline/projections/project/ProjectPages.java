package park.pipeline.projections.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.project.Enterprise;
import park.pipeline.core.project.ProjectKind;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.ProjectFilter.Conditions;

/** Reads projects page by page, in the order of their registration. */
final class ProjectPages {
    static final String COLUMNS = """
            select registered_position, project_id, reference, name, enterprise, credit_code, industry, kind, origin,
              team, owner, stage, stage_since, investment_cny,
            """;

    private record Row(long position, ProjectItem item) {}

    private final JdbcTemplate jdbc;

    ProjectPages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The first projects of those that meet the conditions, which include those of the time. */
    ProjectPage page(Standing standing, Conditions conditions, int limit, StageLimits limits) {
        List<Row> rows = jdbc.query(
                standing.select() + conditions.where() + " order by registered_position limit " + (limit + 1),
                (row, i) -> row(row, standing.time().asOf(), limits),
                conditions.arguments());
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        return new ProjectPage(
                shown.stream().map(Row::item).toList(),
                shown.isEmpty() ? 0 : shown.getLast().position(),
                more);
    }

    /** One project, read by {@link Standing#select}. */
    static ProjectItem item(ResultSet row, LocalDate day, StageLimits limits) throws SQLException {
        return row(row, day, limits).item();
    }

    private static Row row(ResultSet row, LocalDate day, StageLimits limits) throws SQLException {
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
                ChronoUnit.DAYS.between(since, day),
                limits.light(stage, since, day),
                row.getObject(14, Long.class),
                row.getLong(15));
        return new Row(row.getLong(1), item);
    }
}
