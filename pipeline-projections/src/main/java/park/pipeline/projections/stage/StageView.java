package park.pipeline.projections.stage;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.projections.view.BeliefTable;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.Rows;
import park.pipeline.projections.view.Step;
import park.pipeline.projections.view.View;
import park.pipeline.projections.view.ViewTable;

/** Keeps every stage entry in force with the one after it, and every project's teams, as believed at any instant. */
public final class StageView implements View {
    public static final String NAME = "stage";
    static final String ENTRY = "stage_entry";
    static final String TEAM = "stage_team";

    private final BeliefTable<StageRow> entries;
    private final BeliefTable<TeamRow> teams;

    public StageView(JdbcTemplate jdbc) {
        entries = new BeliefTable<>(jdbc, ENTRY, "entry_no", StageRow.COLUMNS, StageRow::of);
        teams = new BeliefTable<>(jdbc, TEAM, "valid_from", TeamRow.COLUMNS, TeamRow::of);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ViewTable> tables() {
        return List.of(entries.table(), teams.table());
    }

    @Override
    public void apply(List<Step> steps, Generation generation) {
        entries.apply(steps, generation, (project, row) -> row.values());
        teams.apply(steps, generation, (project, row) -> row.values());
    }

    @Override
    public void load(List<Step> life, Rows rows) {
        entries.load(life, rows, (project, row) -> row.values());
        teams.load(life, rows, (project, row) -> row.values());
    }
}
