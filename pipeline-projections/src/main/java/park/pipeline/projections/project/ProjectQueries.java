package park.pipeline.projections.project;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.project.Enterprise;
import park.pipeline.core.project.Likeness;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter.Conditions;
import park.pipeline.projections.view.ViewReads;

/** Lists of projects, as they are now and as they stood. */
public final class ProjectQueries {
    private static final int SIMILAR = 5;

    private final ProjectPages pages;
    private final ViewReads reads;
    private final Supplier<StageLimits> limits;

    /** @param limits asked once an answer, before its snapshot is taken */
    public ProjectQueries(JdbcTemplate jdbc, ViewReads reads, Supplier<StageLimits> limits) {
        this.pages = new ProjectPages(jdbc);
        this.reads = reads;
        this.limits = limits;
    }

    /**
     * Projects in the order of their registration, so that paging neither repeats nor loses one.
     *
     * @param afterPosition only those registered behind it; 0 for the first page
     */
    public Positioned<ProjectPage> list(ProjectSearch search, long afterPosition, int limit, ProjectTime time) {
        StageLimits inForce = limits.get();
        return reads.of(ProjectView.NAME, live -> {
            Standing standing = Standing.of(time, live, reads);
            Conditions conditions = standing.conditions().and("registered_position > ?", afterPosition);
            SearchConditions.add(conditions, search, inForce, time.asOf());
            return pages.page(standing, conditions, limit, inForce);
        });
    }

    /** Active projects of the same enterprise, by name or by credit code, without the project itself. */
    public List<ProjectItem> similar(UUID project, Enterprise enterprise, LocalDate today) {
        StageLimits inForce = limits.get();
        Conditions conditions = new Conditions()
                .and("project_id <> ?", project)
                .and("stage <> ?", Stage.WITHDRAWN.name())
                .and(
                        "(enterprise_likeness = ? or credit_code = ?)",
                        Likeness.of(enterprise.name()),
                        enterprise.creditCode() == null ? "" : enterprise.creditCode());
        return reads.of(
                        ProjectView.NAME,
                        live -> pages.page(
                                Standing.of(ProjectTime.now(today), live, reads), conditions, SIMILAR, inForce))
                .answer()
                .items();
    }
}
