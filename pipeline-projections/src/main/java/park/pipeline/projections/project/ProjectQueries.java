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
        return reads.of(ProjectView.NAME, live -> {
                    Standing standing = Standing.of(ProjectTime.now(today), live, reads);
                    Conditions conditions = ofThe(enterprise, standing.table())
                            .and("project_id <> ?", project)
                            .and("stage <> ?", Stage.WITHDRAWN.name());
                    return pages.page(standing, conditions, SIMILAR, inForce);
                })
                .answer()
                .items();
    }

    /** By the index of the one and of the other: where a row may meet either of two conditions, H2 reads them all. */
    private static Conditions ofThe(Enterprise enterprise, String table) {
        String name = Likeness.of(enterprise.name());
        if (enterprise.creditCode() == null) {
            return new Conditions().and("enterprise_likeness = ?", name);
        }
        return new Conditions()
                .and(
                        "project_id in (select project_id from " + table + " where enterprise_likeness = ?"
                                + " union select project_id from " + table + " where credit_code = ?)",
                        name,
                        enterprise.creditCode());
    }
}
