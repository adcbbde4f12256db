package park.pipeline.projections.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.project.Timeline;
import park.pipeline.projections.view.Step;
import park.pipeline.projections.view.View;

/** Keeps one row a project as it is now, and the spans of what was true and believed before. */
public final class ProjectView implements View {
    public static final String NAME = "project";

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
    public void apply(List<Step> steps) {
        Map<UUID, Long> registered = new LinkedHashMap<>();
        Map<UUID, Timeline> latest = new LinkedHashMap<>();
        for (Step step : steps) {
            UUID project = step.event().projectId();
            if (step.before().version() == 0) {
                registered.put(project, step.event().position());
            }
            latest.put(project, step.after());
        }
        write(latest, registered);
        spans.apply(steps, project -> registered.computeIfAbsent(project, this::registeredPosition));
    }

    private void write(Map<UUID, Timeline> latest, Map<UUID, Long> registered) {
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
                "insert into project_row (" + ProjectState.COLUMNS + ", version, registered_position, project_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                inserts);
        jdbc.batchUpdate(
                "update project_row set " + ProjectState.COLUMNS.replace(",", " = ?,")
                        + " = ?, version = ? where project_id = ?",
                updates);
    }

    private long registeredPosition(UUID project) {
        Long position = jdbc.queryForObject(
                "select registered_position from project_row where project_id = ?", Long.class, project);
        if (position == null) {
            throw new IllegalStateException("Project " + project + " has no row");
        }
        return position;
    }

    private static @Nullable Object[] row(Timeline timeline, Object... keys) {
        return Stream.concat(ProjectState.latest(timeline).values(), Stream.of(keys))
                .toArray();
    }
}
