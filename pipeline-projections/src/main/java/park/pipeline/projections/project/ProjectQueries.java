package park.pipeline.projections.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.Micros;
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
    private final StageLimits limits;

    public ProjectQueries(JdbcTemplate jdbc, ViewReads reads, StageLimits limits) {
        this.pages = new ProjectPages(jdbc, limits);
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
        Conditions conditions = new Conditions().and("registered_position > ?", afterPosition);
        SearchConditions.add(conditions, search, limits, today);
        return reads.of(ProjectView.NAME, live -> pages.page(ProjectPages.now(live), conditions, limit, today));
    }

    /**
     * The same list as it stood at the end of a day, as known at an instant.
     *
     * @param asOf the day, to which days in stage are counted too
     * @param knownAt the instant, what was recorded at it included; null takes all that the view holds
     */
    public Positioned<ProjectPage> listAsOf(
            ProjectSearch search, long afterPosition, int limit, LocalDate asOf, @Nullable Instant knownAt) {
        return reads.of(ProjectView.NAME, live -> {
            long seen = reads.recordedAt(ProjectView.NAME);
            long known = knownAt == null ? seen : Math.min(Micros.of(knownAt), seen);
            // The first argument is that of the version in the select list.
            Conditions conditions = new Conditions().and("valid_from <= ?", known, asOf);
            conditions.and("valid_to > ?", asOf).and("known_from <= ?", known).and("known_to > ?", known);
            conditions.and("registered_position > ?", afterPosition);
            SearchConditions.add(conditions, search, limits, asOf);
            return pages.page(ProjectPages.then(live), conditions, limit, asOf);
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
        return reads.of(ProjectView.NAME, live -> pages.page(ProjectPages.now(live), conditions, SIMILAR, today))
                .answer()
                .items();
    }
}
