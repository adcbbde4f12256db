package park.pipeline.api.imports.row;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import park.pipeline.api.imports.table.Column;
import park.pipeline.core.project.Claim;
import park.pipeline.core.project.Decision;
import park.pipeline.core.project.ProjectCommand.ImportProject;
import park.pipeline.core.project.ProjectEvent;
import park.pipeline.core.project.Recorded;
import park.pipeline.core.project.Refused;
import park.pipeline.core.project.Stage;
import park.pipeline.core.project.Timeline;

/** What the domain says to a row, asked before it is sent: so a dry run hears the same. */
public final class RowRules {
    private static final String HOLDER = "existingProjectId";
    private static final UUID NOT_YET_NAMED = new UUID(0, 0);

    private RowRules() {}

    /**
     * All that is wrong with a row: its cells, and the first rule that its days break.
     *
     * @param today the day in the park's time zone
     */
    public static List<RowError> errors(ReadRow row, LocalDate today) {
        ImportProject ask = row.ask();
        if (ask == null) {
            return row.errors();
        }
        try {
            Decision.of(ask, Timeline.EMPTY, today);
            return row.errors();
        } catch (Refused refused) {
            RowError error = error(row, refused);
            List<RowError> all = new ArrayList<>(row.errors());
            // A day before 1900 is wrong as a cell already.
            if (all.stream().noneMatch(e -> e.column().equals(error.column()))) {
                all.add(error);
            }
            return all;
        }
    }

    /** All that the project of this row will hold; only of a row without errors. */
    public static Set<Claim> claims(SoundRow row, LocalDate today) {
        Timeline timeline = Timeline.EMPTY;
        for (ProjectEvent event : Decision.of(row.ask(), timeline, today)) {
            timeline = timeline.after(new Recorded(NOT_YET_NAMED, timeline.version() + 1, Instant.EPOCH, event));
        }
        return Claim.of(timeline);
    }

    /**
     * Another project holds what the row claims.
     *
     * @param holder the project's id, or the row of this file that would become it
     */
    public static RowError taken(SoundRow row, Claim.Kind kind, String holder) {
        return taken(row, kind.refusal(), holder);
    }

    /** The same, as the log says it. */
    public static RowError taken(SoundRow row, Refused refused) {
        return taken(row, refused.code(), String.valueOf(refused.values().get(HOLDER)));
    }

    private static RowError taken(SoundRow row, String code, String holder) {
        Column column = code.equals(Claim.Kind.REFERENCE.refusal()) ? Column.REFERENCE : Column.NAME;
        return new RowError(row.number(), column.code(), code, Map.of(HOLDER, holder));
    }

    /** Core names the stage whose day offends; where the lead has no day of its own, it is that of another column. */
    private static RowError error(ReadRow row, Refused refused) {
        String field = refused.field();
        if (field == null) {
            throw refused;
        }
        String column = field;
        for (Stage stage : Stage.values()) {
            if (stage.name().equals(field)) {
                column = (stage == Stage.LEAD ? row.leadColumn() : Column.of(stage)).code();
            }
        }
        return new RowError(row.number(), column, refused.code(), refused.values());
    }
}
