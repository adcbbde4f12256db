package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.correctDate;
import static park.pipeline.core.project.SampleCommands.retractStage;
import static park.pipeline.core.project.SampleCommands.reviseInvestment;
import static park.pipeline.core.project.SampleCommands.signIntent;
import static park.pipeline.core.project.SampleCommands.with;
import static park.pipeline.core.project.SampleEvents.dateCorrected;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.registered;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class CorrectDateTest {
    @Test
    void the_latest_entry_into_a_stage_moves_to_another_day() {
        Story story = Story.of(pathTo(Stage.CONTRACT));
        story.when(correctDate(Stage.INTENT, "2023-03-15"))
                .containsExactly(dateCorrected(Story.id(3), Stage.INTENT, "2023-03-01", "2023-03-15"));
        Timeline moved = story.after(correctDate(Stage.INTENT, "2023-03-15")).timeline();
        assertThat(moved.stage()).isEqualTo(Stage.CONTRACT);
        assertThat(moved.series().stages().entries())
                .extracting(e -> e.day().toString())
                .containsExactly("2023-01-01", "2023-02-01", "2023-03-15", "2023-04-01");
    }

    @Test
    void a_moved_entry_keeps_the_event_and_the_instant_that_made_it() {
        Story story = Story.of(pathTo(Stage.INTENT));
        Entry<StageEntry> before = story.timeline().latestStage();
        Entry<StageEntry> after =
                story.after(correctDate(Stage.INTENT, "2023-03-15")).timeline().latestStage();
        assertThat(after).isEqualTo(before.movedTo(LocalDate.parse("2023-03-15")));
    }

    @Test
    void a_correction_is_wired_to_the_aggregate() {
        given(pathTo(Stage.CONTRACT))
                .when(correctDate(Stage.FULL_CAPACITY, "2023-09-01"))
                .thenRefused("wrong-stage");
        given(pathTo(Stage.CONTRACT))
                .when(correctDate(Stage.INTENT, "2023-05-01"))
                .thenRefused("out-of-order-date");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"LEAD", "NEGOTIATION", "WITHDRAWN"})
    void a_stage_that_the_project_never_entered_has_no_day(Stage stage) {
        Story.of(pathTo(Stage.WITHDRAWN)).refuses(correctDate(stage, "2023-09-01"), "wrong-stage");
    }

    @Test
    void an_entry_that_was_retracted_has_no_day() {
        Story.of(pathTo(Stage.INTENT))
                .after(retractStage())
                .refuses(correctDate(Stage.INTENT, "2023-03-02"), "wrong-stage");
    }

    @Test
    void the_same_day_as_before_changes_nothing() {
        Story story = Story.of(pathTo(Stage.INTENT));
        story.refuses(correctDate(Stage.INTENT, "2023-03-01"), "nothing-changed");
        story.after(correctDate(Stage.INTENT, "2023-03-02"))
                .refuses(correctDate(Stage.INTENT, "2023-03-02"), "nothing-changed");
    }

    @Test
    void an_entry_stays_between_its_neighbours() {
        Story story = Story.of(pathTo(Stage.CONTRACT));
        story.when(correctDate(Stage.INTENT, "2023-02-01")).hasSize(1);
        story.when(correctDate(Stage.INTENT, "2023-04-01")).hasSize(1);
        story.refuses(correctDate(Stage.INTENT, "2023-01-31"), "out-of-order-date");
        story.refuses(correctDate(Stage.INTENT, "2023-04-02"), "out-of-order-date");
    }

    @Test
    void the_neighbours_count_where_they_were_moved_to() {
        Story.of(pathTo(Stage.CONTRACT))
                .after(correctDate(Stage.CONTRACT, "2023-08-01"))
                .when(correctDate(Stage.INTENT, "2023-07-01"))
                .hasSize(1);
    }

    @Test
    void a_correction_is_undone_by_another_correction() {
        Story story = Story.of(pathTo(Stage.CONTRACT));
        Timeline undone = story.after(correctDate(Stage.INTENT, "2023-03-15"), correctDate(Stage.INTENT, "2023-03-01"))
                .timeline();
        assertThat(undone.series()).isEqualTo(story.timeline().series());
    }

    @Test
    void the_amount_that_a_milestone_set_moves_with_it() {
        Story story = Story.of(registered("2023-01-01", 5L))
                .after(signIntent("2023-03-01", 6L), correctDate(Stage.INTENT, "2023-04-01"));
        Series<Investment> amounts = story.timeline().series().investment();
        assertThat(amounts.on(LocalDate.parse("2023-03-31")).value()).isEqualTo(new Investment(5L));
        assertThat(amounts.on(LocalDate.parse("2023-04-01")).value()).isEqualTo(new Investment(6L));
    }

    @Test
    void a_milestone_with_an_amount_does_not_pass_a_revision() {
        Story story = Story.of(registered("2023-01-01", 5L))
                .after(signIntent("2023-03-01", 6L), reviseInvestment("2023-04-01", 7));
        story.when(correctDate(Stage.INTENT, "2023-04-01")).hasSize(1);
        story.refuses(correctDate(Stage.INTENT, "2023-04-02"), "out-of-order-date");
    }

    @Test
    void a_milestone_with_an_amount_does_not_go_back_before_a_revision() {
        Story story = Story.of(registered("2023-01-01", 5L))
                .after(reviseInvestment("2023-02-01", 7), signIntent("2023-03-01", 6L));
        story.when(correctDate(Stage.INTENT, "2023-02-01")).hasSize(1);
        story.refuses(correctDate(Stage.INTENT, "2023-01-31"), "out-of-order-date");
    }

    @Test
    void a_milestone_without_an_amount_passes_revisions_freely() {
        Story.of(registered("2023-01-01", 5L))
                .after(signIntent("2023-03-01"), reviseInvestment("2023-04-01", 7))
                .when(correctDate(Stage.INTENT, "2023-05-01"))
                .hasSize(1);
    }

    @Test
    void a_correction_keeps_its_remarks_and_its_reason() {
        Remarks remarks = new Remarks("per the minutes", Precision.MONTH, false);
        Story.of(pathTo(Stage.INTENT))
                .when(with(remarks, correctDate(Stage.INTENT, "2023-03-31")))
                .containsExactly(with(remarks, dateCorrected(Story.id(3), Stage.INTENT, "2023-03-01", "2023-03-31")));
    }
}
