package park.pipeline.projections.stage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.log.Micros;
import park.pipeline.projections.view.BeliefTable;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.ProjectFilter.Conditions;

/** The rows of the view that a question may look at. */
final class Known {
    private Known() {}

    /** The entries in force as known at an instant, of projects that pass the filter; team as on that day. */
    static Conditions entries(LocalDate asOf, @Nullable Instant knownAt, ProjectFilter filter, Generation live) {
        Conditions conditions = at(new Conditions(), knownAt);
        new ProjectFilter(filter.industry(), List.of(), filter.origin(), filter.kind()).addTo(conditions);
        if (!filter.team().isEmpty()) {
            Conditions teams = at(new Conditions(), knownAt)
                    .and("valid_from <= ?", asOf)
                    .and("valid_to > ?", asOf)
                    .anyOf("team", filter.team());
            conditions.and(
                    "project_id in (select project_id from " + live.table(StageView.TEAM) + teams.where() + ")",
                    teams.arguments());
        }
        return conditions;
    }

    /** The rows as they were believed at an instant; now where it is null. */
    static Conditions at(Conditions conditions, @Nullable Instant knownAt) {
        if (knownAt == null) {
            return conditions.and("known_to = ?", BeliefTable.STILL_BELIEVED);
        }
        long known = Micros.of(knownAt);
        return conditions.and("known_from <= ?", known).and("known_to > ?", known);
    }
}
