package park.pipeline.projections.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.project.Timeline;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.Rows;
import park.pipeline.projections.view.Step;
import park.pipeline.projections.view.View;
import park.pipeline.projections.view.ViewTable;

/** Keeps one row a project as it is now, and the spans of what was true and believed before. */
public final class ProjectView implements View {
    public static final String NAME = "project";
    static final String ROW = "project_row";

    private static final String COLUMNS = ProjectState.COLUMNS + ", version, registered_position, project_id";

    private final JdbcTemplate jdbc;
    private final ProjectSpans spans;

    public ProjectView(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.spans = new ProjectSpans(jdbc);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ViewTable> tables() {
        return List.of(new ViewTable(ROW, "project_id"), spans.table());
    }

    @Override
    public void apply(List<Step> steps, Generation generation) {
        Map<UUID, Long> registered = new LinkedHashMap<>();
        Map<UUID, Timeline> latest = new LinkedHashMap<>();
        for (Step step : steps) {
            UUID project = step.event().projectId();
            if (step.before().version() == 0) {
                registered.put(project, step.event().position());
            }
            latest.put(project, step.after());
        }
        write(latest, registered, generation);
        Map<UUID, Long> positions = registeredPositions(latest.keySet(), generation);
        spans.apply(steps, generation, project -> Objects.requireNonNull(positions.get(project)));
    }

    @Override
    public void load(List<Step> life, Rows rows) {
        LoggedEvent registration = life.getFirst().event();
        Timeline latest = life.getLast().after();
        rows.add(ROW, COLUMNS, row(latest, latest.version(), registration.position(), registration.projectId()));
        spans.load(life, rows, project -> registration.position());
    }

    private void write(Map<UUID, Timeline> latest, Map<UUID, Long> registered, Generation generation) {
        String row = generation.table(ROW);
        List<@Nullable Object[]> inserts = new ArrayList<>();
        List<@Nullable Object[]> updates = new ArrayList<>();
        latest.forEach((project, timeline) -> {
            Long position = registered.get(project);
            if (position == null) {
                updates.add(row(timeline, timeline.version(), project));
            } else {
                inserts.add(row(timeline, timeline.version(), position, project));
            }
        });
        jdbc.batchUpdate(
                "insert into " + row + " (" + COLUMNS + ")"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                inserts);
        jdbc.batchUpdate(
                "update " + row + " set " + ProjectState.COLUMNS.replace(",", " = ?,")
                        + " = ?, version = ? where project_id = ?",
                updates);
    }

    /** Of all these projects, which have their rows by now. */
    private Map<UUID, Long> registeredPositions(Set<UUID> projects, Generation generation) {
        Map<UUID, Long> positions = new HashMap<>();
        jdbc.query(
                "select project_id, registered_position from " + generation.table(ROW) + " where project_id = any(?)",
                (RowCallbackHandler) row -> positions.put(row.getObject(1, UUID.class), row.getLong(2)),
                (Object) projects.toArray(UUID[]::new));
        if (positions.size() != projects.size()) {
            throw new IllegalStateException("Of projects " + projects + " only " + positions.keySet() + " have rows");
        }
        return positions;
    }

    private static @Nullable Object[] row(Timeline timeline, Object... keys) {
        return Stream.concat(ProjectState.latest(timeline).values(), Stream.of(keys))
                .toArray();
    }
}
