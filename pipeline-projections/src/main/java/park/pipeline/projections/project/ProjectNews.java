package park.pipeline.projections.project;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import park.pipeline.projections.history.LatestEvent;
import park.pipeline.projections.history.LatestEvents;
import park.pipeline.projections.history.LatestEvents.Until;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.ProjectFilter.Conditions;
import park.pipeline.projections.view.ViewReads;

/** What happened last to the projects that a list shows. */
public final class ProjectNews {
    private final LatestEvents latest;
    private final ViewReads reads;
    private final ZoneId zone;

    public ProjectNews(LatestEvents latest, ViewReads reads, ZoneId zone) {
        this.latest = latest;
        this.reads = reads;
        this.zone = zone;
    }

    /**
     * The newest events, newest first.
     *
     * @param filter its team is that of the day up to which one looks
     * @param limit how many at the most
     */
    public Positioned<List<LatestEvent>> newest(ProjectFilter filter, ProjectTime time, int limit) {
        boolean all = filter.equals(ProjectFilter.ALL);
        if (all && time.present()) {
            return latest.newest(null, limit);
        }
        Instant end = time.asOf().plusDays(1).atStartOfDay(zone).toInstant();
        Until until = new Until(time.asOf(), end, time.knownAt());
        return all
                ? latest.newest(new Conditions(), until, limit)
                // One snapshot for both views: the inner read takes part in the outer one's transaction.
                : reads.of(ProjectView.NAME, live -> latest.newest(those(filter, time, live), until, limit))
                        .answer();
    }

    private Conditions those(ProjectFilter filter, ProjectTime time, Generation live) {
        Standing standing = Standing.of(time, live, reads);
        Conditions conditions = standing.conditions();
        filter.addTo(conditions);
        return new Conditions()
                .and(
                        "project_id in (select project_id from " + standing.table() + conditions.where() + ")",
                        conditions.arguments());
    }
}
