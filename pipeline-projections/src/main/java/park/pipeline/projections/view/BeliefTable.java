package park.pipeline.projections.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
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

    /** Where {@code known_to} stands in a row. */
    private static final int KNOWN_TO = 2;

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
    private final BeliefChanges<R> changes;

    /**
     * A view of the table.
     *
     * @param key the column of {@link Row#key}
     * @param columns the others, separated by commas
     * @param rows what is believed of a project whose events add up to this; nothing of one without events
     */
    public BeliefTable(JdbcTemplate jdbc, String table, String key, String columns, Function<Timeline, List<R>> rows) {
        this.jdbc = jdbc;
        this.changes = new BeliefChanges<>(rows);
        this.table = new ViewTable(table, "project_id", "known_from", key);
        this.key = key;
        this.allColumns = "project_id, known_from, known_to, " + key + ", " + columns;
    }

    public ViewTable table() {
        return table;
    }

    /** Writes what the steps changed; those of one command are one change. What they begin and end themselves is written once. */
    public void apply(List<Step> steps, Generation generation, Values<R> values) {
        List<Object[]> ended = new ArrayList<>();
        List<@Nullable Object[]> begun = new ArrayList<>();
        Map<Place, @Nullable Object[]> unwritten = new HashMap<>();
        for (BeliefChanges.Change<R> change : changes.of(steps)) {
            UUID project = change.project();
            for (R row : change.ended()) {
                @Nullable Object[] ours = unwritten.remove(new Place(project, row.key()));
                if (ours == null) {
                    ended.add(new Object[] {change.at(), project, row.key(), STILL_BELIEVED});
                } else {
                    ours[KNOWN_TO] = change.at();
                }
            }
            for (R row : change.begun()) {
                @Nullable Object[] ours = row(project, change.at(), STILL_BELIEVED, row, values);
                begun.add(ours);
                unwritten.put(new Place(project, row.key()), ours);
            }
        }
        write(ended, begun, generation.table(table.name()));
    }

    private record Place(UUID project, Object key) {}

    /** Gives what the steps of a project's whole life leave behind. */
    public void load(List<Step> life, Rows rows, Values<R> values) {
        UUID project = life.getFirst().event().projectId();
        Map<Object, Believed<R>> believed = new LinkedHashMap<>();
        for (BeliefChanges.Change<R> change : changes.of(life)) {
            for (R row : change.ended()) {
                Believed<R> ended = believed.remove(row.key());
                if (ended == null || !ended.row().equals(row)) {
                    throw new IllegalStateException(table.name() + " ends what it did not begin: " + row);
                }
                rows.add(table.name(), allColumns, row(project, ended.from(), change.at(), row, values));
            }
            change.begun().forEach(row -> believed.put(row.key(), new Believed<>(row, change.at())));
        }
        for (Believed<R> still : believed.values()) {
            rows.add(table.name(), allColumns, row(project, still.from(), STILL_BELIEVED, still.row(), values));
        }
    }

    private record Believed<R>(R row, long from) {}

    private @Nullable Object[] row(UUID project, long from, long to, R row, Values<R> values) {
        return Stream.concat(Stream.of(project, from, to, row.key()), values.of(project, row))
                .toArray();
    }

    private void write(List<Object[]> ended, List<@Nullable Object[]> begun, String name) {
        jdbc.batchUpdate(
                "update " + name + " set known_to = ? where project_id = ? and " + key + " = ? and known_to = ?",
                ended);
        jdbc.batchUpdate(
                "insert into " + name + " (" + allColumns + ") values (?"
                        + ", ?".repeat(allColumns.split(",").length - 1) + ")",
                begun);
    }
}
