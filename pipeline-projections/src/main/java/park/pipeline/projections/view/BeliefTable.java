package park.pipeline.projections.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
        Changed changed = changed(steps, values);
        write(changed, generation.table(table.name()));
    }

    /** Gives what the steps of a project's whole life leave behind. */
    public void load(List<Step> life, Rows rows, Values<R> values) {
        Changed changed = changed(life, values);
        if (!changed.ended().isEmpty()) {
            throw new IllegalStateException(table.name() + " ends what it did not begin: "
                    + Arrays.toString(changed.ended().getFirst()));
        }
        changed.begun().forEach(row -> rows.add(table.name(), allColumns, row));
    }

    /**
     * What the steps leave behind.
     *
     * @param ended instant, project, key and {@link #STILL_BELIEVED} of rows that were there before
     * @param begun rows of their own, those that they have ended too
     */
    private record Changed(List<Object[]> ended, List<@Nullable Object[]> begun) {}

    private record Place(UUID project, Object key) {}

    private record Begun<R>(R row, @Nullable Object[] columns) {}

    private Changed changed(List<Step> steps, Values<R> values) {
        Changed changed = new Changed(new ArrayList<>(), new ArrayList<>());
        Map<Place, Begun<R>> open = new HashMap<>();
        for (BeliefChanges.Change<R> change : changes.of(steps)) {
            UUID project = change.project();
            for (R row : change.ended()) {
                Begun<R> ours = open.remove(new Place(project, row.key()));
                if (ours == null) {
                    changed.ended().add(new Object[] {change.at(), project, row.key(), STILL_BELIEVED});
                } else if (ours.row().equals(row)) {
                    ours.columns()[KNOWN_TO] = change.at();
                } else {
                    throw new IllegalStateException(table.name() + " ends what it did not begin: " + row);
                }
            }
            for (R row : change.begun()) {
                Begun<R> ours = new Begun<>(row, row(project, change.at(), row, values));
                changed.begun().add(ours.columns());
                open.put(new Place(project, row.key()), ours);
            }
        }
        return changed;
    }

    private @Nullable Object[] row(UUID project, long from, R row, Values<R> values) {
        return Stream.concat(Stream.of(project, from, STILL_BELIEVED, row.key()), values.of(project, row))
                .toArray();
    }

    private void write(Changed changed, String name) {
        jdbc.batchUpdate(
                "update " + name + " set known_to = ? where project_id = ? and " + key + " = ? and known_to = ?",
                changed.ended());
        jdbc.batchUpdate(
                "insert into " + name + " (" + allColumns + ") values (?"
                        + ", ?".repeat(allColumns.split(",").length - 1) + ")",
                changed.begun());
    }
}
