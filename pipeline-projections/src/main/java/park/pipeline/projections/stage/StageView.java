package park.pipeline.projections.stage;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.projections.view.BeliefTable;
import park.pipeline.projections.view.Step;
import park.pipeline.projections.view.View;

/** Keeps every stage entry in force with the one after it, and every project's teams, as believed at any instant. */
public final class StageView implements View {
    public static final String NAME = "stage";

    private final BeliefTable<StageRow> entries;
    private final BeliefTable<TeamRow> teams;

    public StageView(JdbcTemplate jdbc) {
        entries = new BeliefTable<>(jdbc, "stage_entry", "entry_no", StageRow.COLUMNS, StageRow::of);
        teams = new BeliefTable<>(jdbc, "stage_team", "valid_from", TeamRow.COLUMNS, TeamRow::of);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(List<Step> steps) {
        entries.apply(steps, (project, row) -> row.values());
        teams.apply(steps, (project, row) -> row.values());
    }
}
