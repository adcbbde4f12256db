package park.pipeline.projections.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.log.Micros;
import park.pipeline.core.project.Timeline;

/** What commands changed in what is believed of their projects. */
final class BeliefChanges<R extends BeliefTable.Row> {
    private final Function<Timeline, List<R>> rows;

    /** @param rows what is believed of a project whose events add up to this; nothing of one without events */
    BeliefChanges(Function<Timeline, List<R>> rows) {
        this.rows = rows;
    }

    /** What one command changed, at this instant in microseconds. */
    record Change<R>(UUID project, long at, List<R> ended, List<R> begun) {}

    private record Believed<R>(Timeline timeline, List<R> rows) {}

    /** The changes, in the order of the steps. */
    List<Change<R>> of(List<Step> steps) {
        List<Change<R>> changes = new ArrayList<>();
        Believed<R> last = new Believed<>(Timeline.EMPTY, List.of());
        for (int first = 0; first < steps.size(); ) {
            int end = lastOfCommand(steps, first);
            Timeline before = steps.get(first).before();
            Timeline after = steps.get(end).after();
            if (!sayTheSame(before, after)) {
                List<R> ended = sayTheSame(last.timeline(), before) ? last.rows() : rows.apply(before);
                last = new Believed<>(after, rows.apply(after));
                changes.add(change(steps.get(first).event(), ended, last.rows()));
            }
            first = end + 1;
        }
        return changes;
    }

    /** Talk changes nothing that is believed, and is most of what happens: not to look for it saves the most. */
    private static boolean sayTheSame(Timeline before, Timeline after) {
        return before.version() > 0
                && before.facts() == after.facts()
                && before.series() == after.series()
                && before.permits() == after.permits();
    }

    /** Rows are found by their keys, of which each is believed once at a time: they are large, their keys are not. */
    private Change<R> change(LoggedEvent event, List<R> before, List<R> after) {
        Map<Object, R> ended = LinkedHashMap.newLinkedHashMap(before.size());
        before.forEach(row -> ended.put(row.key(), row));
        List<R> begun = new ArrayList<>();
        for (R row : after) {
            if (row.equals(ended.get(row.key()))) {
                ended.remove(row.key());
            } else {
                begun.add(row);
            }
        }
        long at = Micros.of(event.recorded().recordedAt());
        return new Change<>(event.projectId(), at, List.copyOf(ended.values()), begun);
    }

    private static int lastOfCommand(List<Step> steps, int first) {
        int last = first;
        while (last + 1 < steps.size()
                && steps.get(last + 1)
                        .event()
                        .recorded()
                        .recordedAt()
                        .equals(steps.get(first).event().recorded().recordedAt())) {
            last++;
        }
        return last;
    }
}
