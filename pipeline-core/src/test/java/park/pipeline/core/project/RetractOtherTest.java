package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.assign;
import static park.pipeline.core.project.SampleCommands.grantPermit;
import static park.pipeline.core.project.SampleCommands.reportProgress;
import static park.pipeline.core.project.SampleCommands.retract;
import static park.pipeline.core.project.SampleCommands.retractPermit;
import static park.pipeline.core.project.SampleCommands.reviseInvestment;
import static park.pipeline.core.project.SampleCommands.signIntent;
import static park.pipeline.core.project.SampleCommands.startConstruction;
import static park.pipeline.core.project.SampleCommands.waivePermit;
import static park.pipeline.core.project.SampleCommands.withdraw;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.permitRetracted;
import static park.pipeline.core.project.SampleEvents.registered;
import static park.pipeline.core.project.SampleEvents.retracted;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Taking back what is no stage: a report, a permit, a revised amount. */
class RetractOtherTest {
    private static final Story PERMITTING = Story.of(pathTo(Stage.PERMITTING));
    private static final Story CONSTRUCTION = Story.of(pathTo(Stage.CONSTRUCTION));

    @Test
    void the_latest_report_of_progress_is_taken_back_and_then_the_one_before() {
        Story story = CONSTRUCTION.after(reportProgress("2023-07-01", 1, 1), reportProgress("2023-08-01", 2, 2));
        story.when(retract(Retractable.PROGRESS)).containsExactly(retracted(Story.id(8), Retractable.PROGRESS));
        Story once = story.after(retract(Retractable.PROGRESS));
        once.when(retract(Retractable.PROGRESS)).containsExactly(retracted(Story.id(7), Retractable.PROGRESS));
        once.after(retract(Retractable.PROGRESS)).refuses(retract(Retractable.PROGRESS), "nothing-to-retract");
        assertThat(once.timeline().series().progress().latest().value()).isEqualTo(new Progress(1, 1));
    }

    @ParameterizedTest
    @EnumSource
    void without_a_report_there_is_none_to_take_back(Stage stage) {
        given(pathTo(stage)).when(retract(Retractable.PROGRESS)).thenRefused("nothing-to-retract");
    }

    @Test
    void a_report_is_taken_back_even_from_a_withdrawn_project() {
        CONSTRUCTION
                .after(reportProgress("2023-07-01", 1, 1), withdraw("2023-08-01"))
                .when(retract(Retractable.PROGRESS))
                .containsExactly(retracted(Story.id(7), Retractable.PROGRESS));
    }

    @Test
    void the_settling_of_a_permit_is_taken_back() {
        Story story = PERMITTING.after(grantPermit("2023-05-02", Permit.EIA), waivePermit("2023-05-03", Permit.LAND));
        story.when(retractPermit(Permit.EIA)).containsExactly(permitRetracted(Story.id(6), Permit.EIA));
        story.when(retractPermit(Permit.LAND)).containsExactly(permitRetracted(Story.id(7), Permit.LAND));
        Permits left = story.after(retractPermit(Permit.EIA)).timeline().permits();
        assertThat(left.settlement(Permit.EIA)).isNull();
        assertThat(left.settlement(Permit.LAND).waived()).isTrue();
    }

    @Test
    void a_permit_that_is_not_settled_is_not_taken_back() {
        given(pathTo(Stage.PERMITTING)).when(retractPermit(Permit.EIA)).thenRefused("nothing-to-retract");
        PERMITTING
                .after(grantPermit("2023-05-02", Permit.EIA), retractPermit(Permit.EIA))
                .refuses(retractPermit(Permit.EIA), "nothing-to-retract");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "PERMITTING")
    void a_permit_is_taken_back_only_in_permitting(Stage stage) {
        given(pathTo(stage)).when(retractPermit(Permit.EIA)).thenRefused("wrong-stage");
    }

    @Test
    void a_permit_settled_before_works_started_is_not_taken_back_during_works() {
        PERMITTING
                .after(grantPermit("2023-05-02", Permit.EIA), startConstruction("2023-06-01"))
                .refuses(retractPermit(Permit.EIA), "wrong-stage");
    }

    @Test
    void a_revised_amount_is_taken_back() {
        Story story = Story.of(registered("2023-01-05", 5L))
                .after(reviseInvestment("2023-02-01", 6), reviseInvestment("2023-03-01", 7));
        story.when(retract(Retractable.INVESTMENT)).containsExactly(retracted(Story.id(3), Retractable.INVESTMENT));
        Story twice = story.after(retract(Retractable.INVESTMENT), retract(Retractable.INVESTMENT));
        assertThat(twice.timeline().series().investment().latest().value()).isEqualTo(new Investment(5L));
        twice.refuses(retract(Retractable.INVESTMENT), "nothing-to-retract");
    }

    @Test
    void the_amount_of_the_registration_stays_known_or_not() {
        given(registered("2023-01-05", 5L))
                .when(retract(Retractable.INVESTMENT))
                .thenRefused("nothing-to-retract");
        given(registered("2023-01-05")).when(retract(Retractable.INVESTMENT)).thenRefused("nothing-to-retract");
    }

    @Test
    void the_amount_of_a_milestone_goes_only_with_the_milestone() {
        Story signed = Story.of(registered("2023-01-05", 5L)).after(signIntent("2023-02-01", 6L));
        signed.refuses(retract(Retractable.INVESTMENT), "nothing-to-retract");
        signed.after(reviseInvestment("2023-03-01", 7))
                .when(retract(Retractable.INVESTMENT))
                .containsExactly(retracted(Story.id(3), Retractable.INVESTMENT));
        Story.of(registered("2023-01-05", 5L))
                .after(reviseInvestment("2023-01-20", 7), signIntent("2023-02-01", 6L))
                .refuses(retract(Retractable.INVESTMENT), "nothing-to-retract");
    }

    @Test
    void a_revision_before_a_milestone_without_an_amount_is_taken_back() {
        Story.of(registered("2023-01-05", 5L))
                .after(reviseInvestment("2023-01-20", 7), signIntent("2023-02-01"))
                .when(retract(Retractable.INVESTMENT))
                .containsExactly(retracted(Story.id(2), Retractable.INVESTMENT));
    }

    @Test
    void assignments_and_contacts_are_never_taken_back() {
        Story story = Story.of(registered("2023-01-05")).after(assign("2023-02-01", "一组", null));
        for (Retractable what : List.of(Retractable.STAGE, Retractable.PROGRESS, Retractable.INVESTMENT)) {
            story.refuses(retract(what), "nothing-to-retract");
        }
    }
}
