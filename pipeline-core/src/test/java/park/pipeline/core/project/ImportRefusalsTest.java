package park.pipeline.core.project;

import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.PROJECT;
import static park.pipeline.core.project.SampleCommands.importProject;
import static park.pipeline.core.project.SampleCommands.on;
import static park.pipeline.core.project.SampleCommands.with;
import static park.pipeline.core.project.SampleEvents.PROFILE;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import park.pipeline.core.project.ProjectCommand.ImportProject;

/** A row is taken whole or refused whole, and the refusal names the column. */
class ImportRefusalsTest {
    @Test
    void a_day_earlier_than_the_one_before_it_is_refused_for_its_column() {
        given().when(importProject("2021-03-01", on("2021-02-28", Stage.INTENT)))
                .thenRefusedField("INTENT", "out-of-order-date");
        given().when(importProject("2021-03-01", on("2021-06-01", Stage.INTENT), on("2021-05-31", Stage.CONSTRUCTION)))
                .thenRefusedField("CONSTRUCTION", "out-of-order-date");
        given().when(importProject("2021-03-01", on("2021-06-01", Stage.INTENT), on("2021-05-31", Stage.WITHDRAWN)))
                .thenRefusedField("WITHDRAWN", "out-of-order-date");
    }

    @Test
    void a_day_in_the_future_is_refused_for_its_column() {
        given().when(importProject("2024-06-21")).thenRefusedField("LEAD", "future-date");
        given().when(importProject("2021-03-01", on("2024-06-21", Stage.CONTRACT)))
                .thenRefusedField("CONTRACT", "future-date");
    }

    @Test
    void a_coarse_day_in_the_middle_of_its_period_is_refused_for_its_column() {
        Remarks months = new Remarks(null, Precision.MONTH, false);
        given().when(with(months, importProject("2021-03-01"))).thenRefusedField("LEAD", "out-of-range");
        given().when(with(months, importProject("2021-03-31", on("2021-04-15", Stage.INTENT))))
                .thenRefusedField("INTENT", "out-of-range");
    }

    @ParameterizedTest
    @EnumSource(names = {"PRODUCTION", "FULL_CAPACITY"})
    void a_project_in_production_is_not_withdrawn(Stage last) {
        given().when(importProject("2021-01-01", on("2021-04-01", last), on("2021-05-01", Stage.WITHDRAWN)))
                .thenRefusedField("WITHDRAWN", "wrong-stage");
    }

    @Test
    void a_withdrawal_without_a_reason_is_refused() {
        given().when(new ImportProject(
                        PROJECT,
                        LocalDate.parse("2021-01-01"),
                        PROFILE,
                        null,
                        null,
                        List.of(on("2021-05-01", Stage.WITHDRAWN)),
                        null,
                        Remarks.NONE))
                .thenRefusedField("withdrawReason", "required");
    }
}
