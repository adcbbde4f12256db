package park.pipeline.projections.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.log.Micros;
import park.pipeline.core.project.Timeline;

/**
 * A table of what was believed from one instant ({@code known_from}) to another ({@code known_to}, exclusive), in
 * microseconds. A command ends the rows that it contradicts and begins those that it brings; nothing is overwritten, so
 * that what was known at any instant is one query.
 *
 * @param <R> what a row says of its project, but for its contacts; rows that say the same are equal
 */
public final class BeliefTable<R extends BeliefTable.Row> {
    /** Later than any instant that can be asked for: the {@code known_to} of what is believed now. */
    public static final long STILL_BELIEVED = Long.MAX_VALUE;

    /** One thing that is believed of a project. */
    public interface Row {
        /** Tells it from all else that is believed of the project at the same time. */
        Object key();
    }

    /** What the columns of a row hold, but for project, instants and key. */
    public interface Values<R> {
        Stream<@Nullable Object> of(UUID project, R row);
    }

    private final JdbcTemplate jdbc;
    private final ViewTable table;
    private final String key;
    private final String allColumns;
    private final Function<Timeline, List<R>> rows;

    /**
     * A view of the table.
     *
     * @param key the column of {@link Row#key}
     * @param columns the others, separated by commas
     * @param rows what is believed of a project whose events add up to this; nothing of one without events
     */
    public BeliefTable(JdbcTemplate jdbc, String table, String key, String columns, Function<Timeline, List<R>> rows) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.table = new ViewTable(table, "project_id", "known_from", key);
        this.key = key;
        this.allColumns = "project_id, known_from, known_to, " + key + ", " + columns;
    }

    public ViewTable table() {
        return table;
    }

    /** Writes what the steps changed; those of one command are one change. */
    public void apply(List<Step> steps, Generation generation, Values<R> values) {
        List<Object[]> ended = new ArrayList<>();
        List<@Nullable Object[]> begun = new ArrayList<>();
        Set<UUID> touched = new HashSet<>();
        for (Change<R> change : changes(steps)) {
            UUID project = change.project();
            if (!touched.add(project)) {
                // What one command began the next one of the project may end.
                write(ended, begun, generation);
                touched.clear();
                touched.add(project);
            }
            change.ended().forEach(row -> ended.add(new Object[] {change.at(), project, row.key(), STILL_BELIEVED}));
            change.begun().forEach(row -> begun.add(row(project, change.at(), STILL_BELIEVED, row, values)));
        }
        write(ended, begun, generation);
    }

    /** Gives what the steps of a project's whole life leave behind. */
    public void load(List<Step> life, Rows rows, Values<R> values) {
        UUID project = life.getFirst().event().projectId();
        Map<R, Long> believed = new LinkedHashMap<>();
        for (Change<R> change : changes(life)) {
            for (R row : change.ended()) {
                Long from = believed.remove(row);
                if (from == null) {
                    throw new IllegalStateException(table.name() + " ends what it did not begin: " + row);
                }
                rows.add(table.name(), allColumns, row(project, from, change.at(), row, values));
            }
            change.begun().forEach(row -> believed.put(row, change.at()));
        }
        believed.forEach(
                (row, from) -> rows.add(table.name(), allColumns, row(project, from, STILL_BELIEVED, row, values)));
    }

    /** What one command changed. */
    private record Change<R>(UUID project, long at, List<R> ended, List<R> begun) {}

    private List<Change<R>> changes(List<Step> steps) {
        List<Change<R>> changes = new ArrayList<>();
        for (int first = 0; first < steps.size(); ) {
            int last = lastOfCommand(steps, first);
            Timeline before = steps.get(first).before();
            Timeline after = steps.get(last).after();
            if (!sayTheSame(before, after)) {
                changes.add(change(steps.get(first).event(), rows.apply(before), rows.apply(after)));
            }
            first = last + 1;
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

    private Change<R> change(LoggedEvent event, List<R> before, List<R> after) {
        Set<R> kept = new HashSet<>(before);
        kept.retainAll(after);
        return new Change<>(
                event.projectId(),
                Micros.of(event.recorded().recordedAt()),
                before.stream().filter(row -> !kept.contains(row)).toList(),
                after.stream().filter(row -> !kept.contains(row)).toList());
    }

    private @Nullable Object[] row(UUID project, long from, long to, R row, Values<R> values) {
        return Stream.concat(Stream.of(project, from, to, row.key()), values.of(project, row))
                .toArray();
    }

    private void write(List<Object[]> ended, List<@Nullable Object[]> begun, Generation generation) {
        String name = generation.table(table.name());
        jdbc.batchUpdate(
                "update " + name + " set known_to = ? where project_id = ? and " + key + " = ? and known_to = ?",
                ended);
        jdbc.batchUpdate(
                "insert into " + name + " (" + allColumns + ") values (?"
                        + ", ?".repeat(allColumns.split(",").length - 1) + ")",
                begun);
        ended.clear();
        begun.clear();
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
