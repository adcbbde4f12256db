package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.beginPermitting;
import static park.pipeline.core.project.SampleCommands.commenceProduction;
import static park.pipeline.core.project.SampleCommands.correctDate;
import static park.pipeline.core.project.SampleCommands.grantPermit;
import static park.pipeline.core.project.SampleCommands.reopen;
import static park.pipeline.core.project.SampleCommands.reportProgress;
import static park.pipeline.core.project.SampleCommands.retract;
import static park.pipeline.core.project.SampleCommands.retractPermit;
import static park.pipeline.core.project.SampleCommands.retractStage;
import static park.pipeline.core.project.SampleCommands.reviseInvestment;
import static park.pipeline.core.project.SampleCommands.signContract;
import static park.pipeline.core.project.SampleCommands.signIntent;
import static park.pipeline.core.project.SampleCommands.startConstruction;
import static park.pipeline.core.project.SampleCommands.waivePermit;
import static park.pipeline.core.project.SampleCommands.with;
import static park.pipeline.core.project.SampleCommands.withdraw;
import static park.pipeline.core.project.SampleEvents.negotiationOpened;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.permittingBegun;
import static park.pipeline.core.project.SampleEvents.registered;
import static park.pipeline.core.project.SampleEvents.reopened;
import static park.pipeline.core.project.SampleEvents.stageRetracted;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RetractStageTest {
    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"LEAD", "WITHDRAWN"})
    void the_latest_stage_is_taken_back_and_the_project_is_in_the_one_before(Stage stage) {
        Story story = Story.of(pathTo(stage));
        story.when(retractStage()).containsExactly(stageRetracted(Story.id(stage.rank() + 1), stage));
        Timeline after = story.after(retractStage()).timeline();
        assertThat(after.stage()).isEqualTo(Stage.RANKED.get(stage.rank() - 1));
        assertThat(after.series())
                .isEqualTo(Story.of(pathTo(after.stage())).timeline().series());
    }

    @Test
    void a_withdrawal_is_taken_back_and_then_the_stage_before_it() {
        Story story = Story.of(pathTo(Stage.WITHDRAWN));
        story.when(retractStage()).containsExactly(stageRetracted(Story.id(3), Stage.WITHDRAWN));
        assertThat(story.after(retractStage()).timeline().stage()).isEqualTo(Stage.NEGOTIATION);
        assertThat(story.after(retractStage(), retractStage()).timeline().stage())
                .isEqualTo(Stage.LEAD);
    }

    @Test
    void a_reopening_taken_back_leaves_the_project_withdrawn() {
        Story story = Story.of(pathTo(Stage.INTENT)).after(withdraw("2023-04-01"), reopen("2023-05-01"));
        story.when(retractStage()).containsExactly(stageRetracted(Story.id(5), Stage.INTENT));
        Story withdrawn = story.after(retractStage());
        assertThat(withdrawn.timeline().stage()).isEqualTo(Stage.WITHDRAWN);
        withdrawn.when(reopen("2023-04-15")).containsExactly(reopened("2023-04-15", Stage.INTENT));
    }

    @Test
    void the_registration_is_never_taken_back() {
        given(registered("2023-01-05")).when(retractStage()).thenRefused("nothing-to-retract");
        Story.of(pathTo(Stage.NEGOTIATION)).after(retractStage()).refuses(retractStage(), "nothing-to-retract");
    }

    @Test
    void the_amount_of_a_milestone_goes_with_it() {
        Story before = Story.of(registered("2023-01-05", 5L), negotiationOpened("2023-02-01"));
        Story after = before.after(signContract("2023-03-01", 9L, "80"), retractStage());
        assertThat(after.timeline().series()).isEqualTo(before.timeline().series());
        assertThat(after.timeline().profile().landMu()).isNull();
    }

    @Test
    void a_revision_after_the_milestone_stays_when_the_milestone_goes() {
        Story story = Story.of(registered("2023-01-05", 5L))
                .after(signIntent("2023-02-01", 6L), reviseInvestment("2023-03-01", 7), retractStage());
        assertThat(story.timeline().series().investment().entries())
                .extracting(e -> e.value().amountCny())
                .containsExactly(5L, 7L);
    }

    @Test
    void the_required_permits_go_with_the_beginning_of_permitting() {
        Story story = Story.of(pathTo(Stage.CONTRACT)).after(beginPermitting("2023-05-01"), retractStage());
        assertThat(story.timeline().permits()).isEqualTo(Permits.NONE);
        story.when(beginPermitting("2023-04-15", List.of(Permit.SAFETY)))
                .containsExactly(permittingBegun("2023-04-15", Permit.SAFETY));
    }

    @Test
    void permitting_in_which_a_permit_was_settled_stays() {
        Story permitting = Story.of(pathTo(Stage.PERMITTING));
        permitting.after(grantPermit("2023-05-02", Permit.EIA)).refuses(retractStage(), "has-dependents");
        permitting.after(waivePermit("2023-05-02", Permit.EIA)).refuses(retractStage(), "has-dependents");
        permitting
                .after(grantPermit("2023-05-02", Permit.EIA), retractPermit(Permit.EIA))
                .when(retractStage())
                .hasSize(1);
    }

    @Test
    void a_stage_in_which_progress_was_reported_stays() {
        for (Stage stage : List.of(Stage.CONSTRUCTION, Stage.PRODUCTION, Stage.FULL_CAPACITY)) {
            Story reported = Story.of(pathTo(stage)).after(reportProgress("2023-09-01", 1, 1));
            reported.refuses(retractStage(), "has-dependents");
            reported.after(retract(Retractable.PROGRESS)).when(retractStage()).hasSize(1);
        }
    }

    @Test
    void what_was_settled_or_reported_in_an_earlier_stage_holds_no_later_one() {
        Story.of(pathTo(Stage.PERMITTING))
                .after(grantPermit("2023-05-02", Permit.EIA), startConstruction("2023-06-01"))
                .when(retractStage())
                .containsExactly(stageRetracted(Story.id(7), Stage.CONSTRUCTION));
        Story.of(pathTo(Stage.CONSTRUCTION))
                .after(reportProgress("2023-06-02", 1, 1), commenceProduction("2023-07-01"))
                .when(retractStage())
                .containsExactly(stageRetracted(Story.id(8), Stage.PRODUCTION));
    }

    @Test
    void a_withdrawal_may_go_whatever_was_settled_before_it_but_a_reopening_holds_what_came_since() {
        Story story =
                Story.of(pathTo(Stage.PERMITTING)).after(grantPermit("2023-05-02", Permit.EIA), withdraw("2023-06-01"));
        story.when(retractStage()).hasSize(1);
        Story reopened = story.after(reopen("2023-07-01"));
        reopened.when(retractStage()).hasSize(1);
        reopened.after(grantPermit("2023-05-03", Permit.LAND)).refuses(retractStage(), "has-dependents");
        reopened.after(retractStage(), retractStage()).refuses(retractStage(), "has-dependents");
    }

    @Test
    void a_retraction_keeps_its_remarks() {
        Remarks remarks = new Remarks("typed into the wrong project", Precision.DAY, false);
        Story.of(pathTo(Stage.INTENT))
                .when(with(remarks, retractStage()))
                .containsExactly(with(remarks, stageRetracted(Story.id(3), Stage.INTENT)));
    }

    @Test
    void an_entry_that_was_moved_goes_like_any_other() {
        Story story = Story.of(pathTo(Stage.INTENT)).after(correctDate(Stage.INTENT, "2023-05-01"), retractStage());
        assertThat(story.timeline().series())
                .isEqualTo(Story.of(pathTo(Stage.NEGOTIATION)).timeline().series());
    }
}
