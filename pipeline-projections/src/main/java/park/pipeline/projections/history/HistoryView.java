package park.pipeline.projections.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.EventCodec;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.log.Micros;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.Grounds;
import park.pipeline.projections.view.Rows;
import park.pipeline.projections.view.Step;
import park.pipeline.projections.view.View;
import park.pipeline.projections.view.ViewTable;

/** Keeps one row an event, with the stage that the project was in afterwards. */
public final class HistoryView implements View {
    public static final String NAME = "history";
    static final String ROW = "history_row";

    private static final String COLUMNS =
            "project_id, stream_sequence, log_position, event_id, event_type, occurred_on,"
                    + " recorded_at, actor, stage_after, corrects, data";

    private final JdbcTemplate jdbc;
    private final EventCodec codec = new EventCodec();

    public HistoryView(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ViewTable> tables() {
        return List.of(new ViewTable(ROW, "project_id", "stream_sequence"));
    }

    @Override
    public void apply(List<Step> steps, Generation generation) {
        jdbc.batchUpdate(
                "insert into " + generation.table(ROW) + " (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                steps.stream().map(this::row).toList());
    }

    @Override
    public void load(List<Step> life, Rows rows) {
        life.forEach(step -> rows.add(ROW, COLUMNS, row(step)));
    }

    private @Nullable Object[] row(Step step) {
        LoggedEvent event = step.event();
        return new @Nullable Object[] {
            event.projectId(),
            event.recorded().sequence(),
            event.position(),
            event.recorded().eventId(),
            event.type(),
            event.event().occurredOn(),
            Micros.of(event.recorded().recordedAt()),
            event.actor(),
            step.after().stage().name(),
            Grounds.of(event.event()).corrects(),
            codec.newest(event)
        };
    }
}
