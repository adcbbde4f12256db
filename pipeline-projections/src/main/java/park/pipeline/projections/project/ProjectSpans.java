package park.pipeline.projections.project;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.project.DatedSeries;
import park.pipeline.core.project.Timeline;
import park.pipeline.projections.view.BeliefTable;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.Rows;
import park.pipeline.projections.view.Step;
import park.pipeline.projections.view.Stretch;
import park.pipeline.projections.view.ViewTable;

/**
 * What was true from one day to another, as believed from one instant to another, so that a list of any day as known at
 * any instant is one query.
 */
final class ProjectSpans {
    static final String TABLE = "project_span";

    private record Span(Stretch days, ProjectState state) implements BeliefTable.Row {
        @Override
        public Object key() {
            return days.from();
        }
    }

    /** Where a project's registration stands in the log. */
    interface RegisteredAt {
        long position(UUID project);
    }

    private final BeliefTable<Span> table;

    ProjectSpans(JdbcTemplate jdbc) {
        table = new BeliefTable<>(
                jdbc,
                TABLE,
                "valid_from",
                "valid_to, registered_position, " + ProjectState.COLUMNS,
                ProjectSpans::spans);
    }

    ViewTable table() {
        return table.table();
    }

    /** Writes what the steps changed; those of one command are one change. */
    void apply(List<Step> steps, Generation generation, RegisteredAt registeredAt) {
        table.apply(steps, generation, (project, span) -> values(span, registeredAt.position(project)));
    }

    /** Gives what the steps of a project's whole life leave behind. */
    void load(List<Step> life, Rows rows, RegisteredAt registeredAt) {
        table.load(life, rows, (project, span) -> values(span, registeredAt.position(project)));
    }

    private static Stream<@Nullable Object> values(Span span, long registeredPosition) {
        return Stream.concat(
                Stream.of(span.days().to(), registeredPosition), span.state().values());
    }

    private static List<Span> spans(Timeline timeline) {
        DatedSeries series = timeline.series();
        return Stretch.of(series.stages(), series.team(), series.investment()).stream()
                .map(days -> new Span(days, ProjectState.on(days.from(), timeline)))
                .toList();
    }
}
