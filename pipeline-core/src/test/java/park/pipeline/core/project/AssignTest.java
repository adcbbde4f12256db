package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.assign;
import static park.pipeline.core.project.SampleCommands.with;
import static park.pipeline.core.project.SampleEvents.PROFILE;
import static park.pipeline.core.project.SampleEvents.assigned;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.registered;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssignTest {
    @ParameterizedTest
    @EnumSource
    void a_project_is_assigned_in_every_stage(Stage stage) {
        given(pathTo(stage))
                .when(assign("2023-09-15", "二组", "王"))
                .thenEvents(assigned("2023-09-15", "二组", "王"))
                .thenStage(stage);
    }

    @Test
    void an_assignment_without_an_owner_clears_the_owner() {
        Story story = Story.of(registered("2023-01-05", PROFILE, null, "一组", "李"));
        given(registered("2023-01-05", PROFILE, null, "一组", "李"))
                .when(assign("2023-02-01", "一组", null))
                .thenEvents(assigned("2023-02-01", "一组", null));
        assertThat(story.after(assign("2023-02-01", "一组", null))
                        .timeline()
                        .series()
                        .team()
                        .latest()
                        .value())
                .isEqualTo(new Responsible("一组", null));
    }

    @Test
    void an_assignment_to_the_same_team_is_accepted() {
        given(registered("2023-01-05", PROFILE, null, "一组", "李"))
                .when(assign("2023-01-05", "一组", "李"))
                .thenEvents(assigned("2023-01-05", "一组", "李"));
    }

    @Test
    void an_assignment_is_not_dated_before_the_registration_or_the_one_before() {
        given(registered("2023-01-05")).when(assign("2023-01-04", "一组", null)).thenRefused("out-of-order-date");
        given(registered("2023-01-05"), assigned("2023-03-01", "一组", null))
                .when(assign("2023-02-28", "二组", null))
                .thenRefused("out-of-order-date");
    }

    @Test
    void an_assignment_may_be_dated_before_the_latest_stage() {
        given(pathTo(Stage.CONTRACT))
                .when(assign("2023-01-01", "二组", null))
                .thenEvents(assigned("2023-01-01", "二组", null));
    }

    @Test
    void an_assignment_keeps_its_remarks() {
        Remarks remarks = new Remarks("holiday", Precision.MONTH, false);
        given(registered("2023-01-05"))
                .when(with(remarks, assign("2023-01-31", "一组", null)))
                .thenEvents(with(remarks, assigned("2023-01-31", "一组", null)));
    }
}
