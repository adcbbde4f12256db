package park.pipeline.projections.stage;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Entry;
import park.pipeline.core.project.Responsible;
import park.pipeline.core.project.Series;
import park.pipeline.core.project.Timeline;
import park.pipeline.projections.view.BeliefTable;
import park.pipeline.projections.view.Stretch;

/** Which team a project had on these days; a team goes by days of its own, not by those of the stages. */
record TeamRow(Stretch days, @Nullable String team) implements BeliefTable.Row {
    static final String COLUMNS = "valid_to, team";

    static List<TeamRow> of(Timeline timeline) {
        Series<Responsible> series = timeline.series().team();
        return Stretch.of(series).stream().map(days -> of(days, series)).toList();
    }

    private static TeamRow of(Stretch days, Series<Responsible> series) {
        Entry<Responsible> entry = series.on(days.from());
        return new TeamRow(days, entry == null ? null : entry.value().team());
    }

    @Override
    public Object key() {
        return days.from();
    }

    /** The values of {@link #COLUMNS}. */
    Stream<@Nullable Object> values() {
        return Stream.of(days.to(), team);
    }
}
