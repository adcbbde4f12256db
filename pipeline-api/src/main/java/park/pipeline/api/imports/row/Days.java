package park.pipeline.api.imports.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.imports.table.Column;
import park.pipeline.core.project.ProjectCommand.Milestone;
import park.pipeline.core.project.Stage;

/**
 * The days of a row. Where the lead has none, the first day given stands for it: people remember the contract, not the
 * first call.
 *
 * @param registered the day of the registration; null where the days cannot all be read or there is none
 * @param leadColumn the column from which the registration has its day
 * @param milestones all others, in the order of the columns
 */
record Days(@Nullable LocalDate registered, Column leadColumn, List<Milestone> milestones) {
    static Days of(Cells cells) {
        List<Milestone> given = new ArrayList<>();
        boolean allRead = true;
        boolean anyOnTheWay = false;
        for (Stage stage : Stage.values()) {
            Column column = Column.of(stage);
            LocalDate day = cells.day(column);
            if (day != null) {
                given.add(new Milestone(stage, day));
            }
            allRead &= day != null || !cells.isGiven(column);
            anyOnTheWay |= cells.isGiven(column) && stage != Stage.WITHDRAWN;
        }
        if (!anyOnTheWay) {
            cells.problem(Column.LEAD, "no-date");
        }
        if (!anyOnTheWay || !allRead) {
            return new Days(null, Column.LEAD, List.of());
        }
        Milestone first = given.getFirst();
        return new Days(
                first.day(),
                Column.of(first.stage()),
                given.stream().filter(m -> m.stage() != Stage.LEAD).toList());
    }
}
