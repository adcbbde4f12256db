package park.pipeline.core.project;

import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.reportProgress;
import static park.pipeline.core.project.SampleCommands.retract;
import static park.pipeline.core.project.SampleCommands.with;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.progressReported;
import static park.pipeline.core.project.SampleEvents.reopened;
import static park.pipeline.core.project.SampleEvents.withdrawn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ReportProgressTest {
    private static final Story BUILDING = Story.of(pathTo(Stage.CONSTRUCTION));

    @ParameterizedTest
    @EnumSource(names = {"CONSTRUCTION", "PRODUCTION", "FULL_CAPACITY"})
    void progress_is_reported_from_construction_on(Stage stage) {
        given(pathTo(stage))
                .when(reportProgress("2023-09-01", 40, 1_000_000))
                .thenEvents(progressReported("2023-09-01", 40, 1_000_000))
                .thenStage(stage);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"CONSTRUCTION", "PRODUCTION", "FULL_CAPACITY"})
    void no_progress_is_reported_before_construction_nor_after_a_withdrawal(Stage stage) {
        given(pathTo(stage)).when(reportProgress("2023-09-01", 40, 1)).thenRefused("wrong-stage");
    }

    @Test
    void a_project_withdrawn_from_construction_reports_nothing() {
        BUILDING.and(withdrawn("2023-07-01", Stage.CONSTRUCTION))
                .refuses(reportProgress("2023-09-01", 40, 1), "wrong-stage");
    }

    @Test
    void a_report_may_repeat_the_one_before_even_on_its_day() {
        BUILDING.and(progressReported("2023-07-01", 40, 9))
                .when(reportProgress("2023-07-01", 40, 9))
                .containsExactly(progressReported("2023-07-01", 40, 9));
    }

    @Test
    void neither_percent_nor_money_decreases() {
        Story reported = BUILDING.and(progressReported("2023-07-01", 40, 9));
        reported.refuses(reportProgress("2023-07-02", 39, 10), "progress-decreased");
        reported.refuses(reportProgress("2023-07-02", 41, 8), "progress-decreased");
    }

    @Test
    void a_report_taken_back_is_no_floor_for_the_next() {
        BUILDING.after(
                        reportProgress("2023-07-01", 40, 9),
                        reportProgress("2023-08-01", 90, 99),
                        retract(Retractable.PROGRESS))
                .when(reportProgress("2023-07-15", 50, 10))
                .containsExactly(progressReported("2023-07-15", 50, 10));
    }

    @Test
    void a_report_is_not_dated_before_the_one_before() {
        BUILDING.and(progressReported("2023-07-01", 40, 9))
                .refuses(reportProgress("2023-06-30", 50, 10), "out-of-order-date");
    }

    @Test
    void a_report_is_not_dated_before_works_started() {
        BUILDING.refuses(reportProgress("2023-05-31", 1, 1), "out-of-order-date");
        BUILDING.when(reportProgress("2023-06-01", 1, 1)).hasSize(1);
    }

    @Test
    void a_report_in_production_may_be_dated_before_the_production() {
        Story.of(pathTo(Stage.PRODUCTION))
                .when(reportProgress("2023-06-15", 80, 8))
                .hasSize(1);
    }

    @Test
    void a_reopening_sets_no_new_floor_for_progress() {
        Story reopened =
                BUILDING.and(withdrawn("2023-07-01", Stage.CONSTRUCTION), reopened("2023-08-01", Stage.CONSTRUCTION));
        reopened.when(reportProgress("2023-06-01", 1, 1)).hasSize(1);
        reopened.refuses(reportProgress("2023-05-31", 1, 1), "out-of-order-date");
    }

    @Test
    void a_report_keeps_its_remarks() {
        Remarks remarks = new Remarks("roof is on", Precision.MONTH, false);
        given(pathTo(Stage.CONSTRUCTION))
                .when(with(remarks, reportProgress("2023-08-31", 40, 9)))
                .thenEvents(with(remarks, progressReported("2023-08-31", 40, 9)));
    }
}
