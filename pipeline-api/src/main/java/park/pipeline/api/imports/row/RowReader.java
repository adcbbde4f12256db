package park.pipeline.api.imports.row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.imports.table.Column;
import park.pipeline.api.imports.table.Row;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.project.Capacity;
import park.pipeline.core.project.Enterprise;
import park.pipeline.core.project.Precision;
import park.pipeline.core.project.Profile;
import park.pipeline.core.project.ProjectCommand.ImportProject;
import park.pipeline.core.project.ProjectKind;
import park.pipeline.core.project.Remarks;
import park.pipeline.core.project.WithdrawalReason;

/** Reads a row as what it asks for. Only what can be told from its cells: the rules are asked in {@link RowRules}. */
public final class RowReader {
    private final Catalogue catalogue;

    public RowReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The row's command, with a new project id, and all that is wrong with its cells. */
    public ReadRow read(Row row) {
        Cells cells = new Cells(row);
        Profile profile = profile(cells);
        String team = cells.text(Column.TEAM, 100);
        Long investmentCny = cells.amount(Column.INVESTMENT_CNY);
        String precision = cells.code(Column.PRECISION, catalogue.precisions());
        Remarks remarks = new Remarks(
                cells.lines(Column.NOTE, 2_000),
                precision == null ? Precision.DAY : Precision.valueOf(precision),
                true);
        Days days = Days.of(cells);
        // Real files give a reason for projects that went on: without a day it says nothing.
        String reason =
                cells.isGiven(Column.WITHDRAWN) ? cells.code(Column.WITHDRAW_REASON, catalogue.reasons()) : null;
        LocalDate registered = days.registered();
        ImportProject ask = registered == null
                ? null
                : new ImportProject(
                        UUID.randomUUID(),
                        registered,
                        profile,
                        investmentCny,
                        team,
                        days.milestones(),
                        reason == null ? null : WithdrawalReason.valueOf(reason),
                        remarks);
        return new ReadRow(row.number(), ask, days.leadColumn(), cells.errors());
    }

    private Profile profile(Cells cells) {
        String reference = cells.requiredText(Column.REFERENCE, 64);
        String name = cells.requiredText(Column.NAME, 200);
        String enterprise = cells.requiredText(Column.ENTERPRISE, 200);
        String industry = cells.requiredCode(Column.INDUSTRY, catalogue.industries());
        String kind = cells.code(Column.KIND, catalogue.kinds());
        String origin = cells.code(Column.ORIGIN, catalogue.origins());
        return new Profile(
                name,
                new Enterprise(enterprise, null),
                industry,
                kind == null ? ProjectKind.NEW_BUILD : ProjectKind.valueOf(kind),
                origin,
                null,
                capacity(cells),
                null,
                reference);
    }

    private static @Nullable Capacity capacity(Cells cells) {
        BigDecimal value = cells.positive(Column.CAPACITY_VALUE);
        String unit = cells.text(Column.CAPACITY_UNIT, 20);
        if (cells.isGiven(Column.CAPACITY_VALUE) != cells.isGiven(Column.CAPACITY_UNIT)) {
            cells.required(cells.isGiven(Column.CAPACITY_VALUE) ? Column.CAPACITY_UNIT : Column.CAPACITY_VALUE);
        }
        return value == null || unit == null ? null : new Capacity(value, unit);
    }
}
