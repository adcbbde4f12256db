package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.SampleCommands.correctDate;
import static park.pipeline.core.project.SampleCommands.grantPermit;
import static park.pipeline.core.project.SampleCommands.reopen;
import static park.pipeline.core.project.SampleCommands.reportProgress;
import static park.pipeline.core.project.SampleCommands.retract;
import static park.pipeline.core.project.SampleCommands.retractPermit;
import static park.pipeline.core.project.SampleCommands.signIntent;
import static park.pipeline.core.project.SampleCommands.startConstruction;
import static park.pipeline.core.project.SampleCommands.waivePermit;
import static park.pipeline.core.project.SampleCommands.withdraw;
import static park.pipeline.core.project.SampleEvents.dateCorrected;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.registered;

import org.junit.jupiter.api.Test;

/** Permits, progress and the milestones that bind them: what a correction must not turn upside down. */
class CorrectionFloorsTest {
    private static final Story PERMITTING = Story.of(pathTo(Stage.PERMITTING));
    private static final Story CONSTRUCTION = Story.of(pathTo(Stage.CONSTRUCTION));

    @Test
    void permitting_does_not_move_past_the_first_permit() {
        Story story = PERMITTING.after(
                grantPermit("2023-06-20", Permit.EIA),
                waivePermit("2023-06-10", Permit.SAFETY),
                grantPermit("2023-06-15", Permit.LAND));
        story.when(correctDate(Stage.PERMITTING, "2023-06-10")).hasSize(1);
        story.refuses(correctDate(Stage.PERMITTING, "2023-06-11"), "out-of-order-date");
    }

    @Test
    void a_permit_taken_back_binds_permitting_no_more() {
        PERMITTING
                .after(grantPermit("2023-06-10", Permit.EIA), retractPermit(Permit.EIA))
                .when(correctDate(Stage.PERMITTING, "2023-06-11"))
                .hasSize(1);
    }

    @Test
    void construction_does_not_move_before_the_last_permit() {
        Story story = PERMITTING.after(
                grantPermit("2023-05-20", Permit.EIA),
                waivePermit("2023-05-10", Permit.SAFETY),
                startConstruction("2023-06-01"));
        story.when(correctDate(Stage.CONSTRUCTION, "2023-05-20")).hasSize(1);
        story.refuses(correctDate(Stage.CONSTRUCTION, "2023-05-19"), "out-of-order-date");
    }

    @Test
    void construction_does_not_move_past_the_first_report_of_progress() {
        Story story = CONSTRUCTION.after(reportProgress("2023-07-01", 10, 1), reportProgress("2023-08-01", 20, 2));
        story.when(correctDate(Stage.CONSTRUCTION, "2023-07-01")).hasSize(1);
        story.refuses(correctDate(Stage.CONSTRUCTION, "2023-07-02"), "out-of-order-date");
        story.after(retract(Retractable.PROGRESS), retract(Retractable.PROGRESS))
                .when(correctDate(Stage.CONSTRUCTION, "2023-09-01"))
                .hasSize(1);
    }

    @Test
    void permits_and_progress_follow_a_milestone_that_was_moved_back() {
        PERMITTING
                .after(correctDate(Stage.PERMITTING, "2023-04-15"))
                .when(grantPermit("2023-04-15", Permit.EIA))
                .hasSize(1);
        CONSTRUCTION
                .after(correctDate(Stage.CONSTRUCTION, "2023-05-15"))
                .when(reportProgress("2023-05-15", 1, 1))
                .hasSize(1);
    }

    @Test
    void permits_and_progress_follow_a_milestone_that_was_moved_on() {
        PERMITTING
                .after(correctDate(Stage.PERMITTING, "2023-05-15"))
                .refuses(grantPermit("2023-05-14", Permit.EIA), "out-of-order-date");
        CONSTRUCTION
                .after(correctDate(Stage.CONSTRUCTION, "2023-06-15"))
                .refuses(reportProgress("2023-06-14", 1, 1), "out-of-order-date");
    }

    @Test
    void a_reopening_into_permitting_moves_past_its_permits() {
        Story story =
                PERMITTING.after(withdraw("2023-06-01"), reopen("2023-07-01"), grantPermit("2023-06-15", Permit.EIA));
        story.when(correctDate(Stage.PERMITTING, "2023-08-01"))
                .containsExactly(dateCorrected(Story.id(7), Stage.PERMITTING, "2023-07-01", "2023-08-01"));
        story.refuses(correctDate(Stage.PERMITTING, "2023-05-31"), "out-of-order-date");
    }

    @Test
    void a_reopening_into_construction_moves_past_its_reports_and_leaves_the_floor() {
        Story story =
                CONSTRUCTION.after(withdraw("2023-07-01"), reopen("2023-08-01"), reportProgress("2023-06-15", 1, 1));
        Story moved = story.after(correctDate(Stage.CONSTRUCTION, "2023-09-01"));
        moved.when(reportProgress("2023-06-15", 2, 2)).hasSize(1);
        assertThat(moved.timeline().stage()).isEqualTo(Stage.CONSTRUCTION);
    }

    @Test
    void a_reopening_moves_alone() {
        Story story = Story.of(registered("2023-01-01"))
                .after(signIntent("2023-02-01", 5L), withdraw("2023-03-01"), reopen("2023-04-01"));
        Story moved = story.after(correctDate(Stage.INTENT, "2023-05-01"));
        assertThat(moved.timeline().series().investment())
                .isEqualTo(story.timeline().series().investment());
        assertThat(moved.timeline().series().stages().entries())
                .extracting(e -> e.day().toString())
                .containsExactly("2023-01-01", "2023-02-01", "2023-03-01", "2023-05-01");
    }

    @Test
    void a_withdrawal_is_movable_between_the_stage_left_and_the_reopening() {
        Story story =
                PERMITTING.after(grantPermit("2023-05-20", Permit.EIA), withdraw("2023-06-01"), reopen("2023-07-01"));
        story.when(correctDate(Stage.WITHDRAWN, "2023-05-01"))
                .containsExactly(dateCorrected(Story.id(7), Stage.WITHDRAWN, "2023-06-01", "2023-05-01"));
        story.when(correctDate(Stage.WITHDRAWN, "2023-07-01")).hasSize(1);
        story.refuses(correctDate(Stage.WITHDRAWN, "2023-04-30"), "out-of-order-date");
        story.refuses(correctDate(Stage.WITHDRAWN, "2023-07-02"), "out-of-order-date");
    }

    @Test
    void of_two_withdrawals_the_later_moves() {
        Story.of(registered("2023-01-01"))
                .after(withdraw("2023-02-01"), reopen("2023-03-01"), withdraw("2023-04-01"))
                .when(correctDate(Stage.WITHDRAWN, "2023-03-15"))
                .containsExactly(dateCorrected(Story.id(4), Stage.WITHDRAWN, "2023-04-01", "2023-03-15"));
    }
}
