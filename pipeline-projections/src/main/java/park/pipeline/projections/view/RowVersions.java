package park.pipeline.projections.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * The version of each project that a view has taken in. Rows refuse any event but the next: one taken in before is
 * passed over, a gap stops the view, and of two owners of one view the slower is rolled back.
 */
final class RowVersions {
    private final JdbcTemplate jdbc;
    private final ViewTable table;

    RowVersions(JdbcTemplate jdbc, View view) {
        this.jdbc = jdbc;
        this.table = table(view);
    }

    static ViewTable table(View view) {
        return new ViewTable(view.name() + "_version", "project_id");
    }

    /** The versions taken in so far, by project; 0 for those that the view has not met. */
    Map<UUID, Long> of(Set<UUID> projects, Generation generation) {
        Map<UUID, Long> versions = new HashMap<>();
        projects.forEach(project -> versions.put(project, 0L));
        jdbc.query(
                "select project_id, version from " + generation.table(table.name()) + " where project_id = any(?)",
                (RowCallbackHandler) row -> versions.put(row.getObject(1, UUID.class), row.getLong(2)),
                (Object) projects.toArray(UUID[]::new));
        return versions;
    }

    /** The row of a project that the view has not met. */
    void load(UUID project, long version, Rows rows) {
        rows.add(table.name(), "project_id, version", project, version);
    }

    /**
     * Moves the versions on.
     *
     * @param from what {@link #of} said, by project
     * @param to the versions reached, by project
     * @throws IllegalStateException if another owner of the view has moved one meanwhile
     */
    void move(Map<UUID, Long> from, Map<UUID, Long> to, Generation generation) {
        String name = generation.table(table.name());
        List<Object[]> first = new ArrayList<>();
        List<Object[]> next = new ArrayList<>();
        to.forEach((project, version) -> {
            long before = from.getOrDefault(project, 0L);
            if (before == 0) {
                first.add(new Object[] {project, version});
            } else if (before != version) {
                next.add(new Object[] {version, project, before});
            }
        });
        jdbc.batchUpdate("insert into " + name + " (project_id, version) values (?, ?)", first);
        int[] counts =
                jdbc.batchUpdate("update " + name + " set version = ? where project_id = ? and version = ?", next);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 1) {
                throw new IllegalStateException("Another owner has moved " + name + " of project " + next.get(i)[1]);
            }
        }
    }
}
