package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static park.pipeline.core.project.SampleCommands.beginPermitting;
import static park.pipeline.core.project.SampleCommands.grantPermit;
import static park.pipeline.core.project.SampleCommands.reopen;
import static park.pipeline.core.project.SampleCommands.reportProgress;
import static park.pipeline.core.project.SampleCommands.reviseInvestment;
import static park.pipeline.core.project.SampleCommands.waivePermit;
import static park.pipeline.core.project.SampleCommands.withdraw;
import static park.pipeline.core.project.SampleEvents.pathTo;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import park.pipeline.core.project.ProjectCommand.AddContactPerson;
import park.pipeline.core.project.ProjectCommand.Amend;
import park.pipeline.core.project.ProjectCommand.Assign;
import park.pipeline.core.project.ProjectCommand.BeginPermitting;
import park.pipeline.core.project.ProjectCommand.CorrectDate;
import park.pipeline.core.project.ProjectCommand.EraseContactPerson;
import park.pipeline.core.project.ProjectCommand.GrantPermit;
import park.pipeline.core.project.ProjectCommand.ImportProject;
import park.pipeline.core.project.ProjectCommand.LogContact;
import park.pipeline.core.project.ProjectCommand.RegisterLead;
import park.pipeline.core.project.ProjectCommand.Retract;
import park.pipeline.core.project.ProjectCommand.ReviseInvestment;
import park.pipeline.core.project.ProjectCommand.StartConstruction;
import park.pipeline.core.project.ProjectCommand.WaivePermit;

/** What a project may be asked next, seen before anybody asks. */
class PossibleCommandsTest {
    private static final Story PERMITTING = Story.of(pathTo(Stage.PERMITTING));

    @ParameterizedTest
    @CsvSource({
        "OpenNegotiation, LEAD",
        "SignIntent, LEAD NEGOTIATION",
        "SignContract, NEGOTIATION INTENT",
        "BeginPermitting, CONTRACT",
        "GrantPermit, PERMITTING",
        "WaivePermit, PERMITTING",
        "ReportProgress, CONSTRUCTION PRODUCTION FULL_CAPACITY",
        "CommenceProduction, CONSTRUCTION",
        "ReachFullCapacity, PRODUCTION",
        "Withdraw, LEAD NEGOTIATION INTENT CONTRACT PERMITTING CONSTRUCTION",
        "Reopen, WITHDRAWN"
    })
    void a_command_is_possible_in_its_stages_and_wrong_in_all_others(String command, String stages)
            throws ClassNotFoundException {
        for (Stage stage : Stage.values()) {
            Refused refusal = PossibleCommands.refusal(
                    Class.forName(ProjectCommand.class.getName() + "$" + command)
                            .asSubclass(ProjectCommand.class),
                    Story.of(pathTo(stage)).timeline());
            if (List.of(stages.split(" ")).contains(stage.name())) {
                assertThat(refusal).as("%s in %s", command, stage).isNull();
            } else {
                assertThat(refusal).as("%s in %s", command, stage).isNotNull();
                assertThat(refusal.code()).isEqualTo("wrong-stage");
                assertThat(refusal.values()).containsEntry("stage", stage);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_leads_to_no_other_stage_is_possible_in_every_stage(Stage stage) {
        Timeline timeline = Story.of(pathTo(stage)).timeline();
        for (var command : List.of(
                Assign.class,
                ReviseInvestment.class,
                LogContact.class,
                Amend.class,
                CorrectDate.class,
                AddContactPerson.class)) {
            assertThat(PossibleCommands.refusal(command, timeline)).isNull();
        }
    }

    @Test
    void a_technical_upgrade_may_begin_permitting_earlier() {
        var registered =
                SampleCommands.register("2023-01-05", SampleEvents.profile("改造", ProjectKind.TECHNICAL_UPGRADE), null);
        Timeline upgrade = Story.of().after(registered).timeline();
        assertThat(PossibleCommands.refusal(BeginPermitting.class, upgrade)).isNull();
    }

    @Test
    void works_start_once_the_required_permits_are_settled() {
        Story begun = Story.of(pathTo(Stage.CONTRACT))
                .after(beginPermitting("2023-05-01", List.of(Permit.LAND, Permit.FILING)))
                .after(grantPermit("2023-05-02", Permit.LAND));
        Refused refusal = PossibleCommands.refusal(StartConstruction.class, begun.timeline());
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo("permits-missing");
        assertThat(refusal.values()).containsEntry("missing", List.of(Permit.FILING));
        Timeline settled = begun.after(waivePermit("2023-05-03", Permit.FILING)).timeline();
        assertThat(PossibleCommands.refusal(StartConstruction.class, settled)).isNull();
    }

    @Test
    void the_permits_that_are_left_are_named_the_required_ones_first() {
        Story begun = Story.of(pathTo(Stage.CONTRACT))
                .after(beginPermitting("2023-05-01", List.of(Permit.SAFETY, Permit.LAND, Permit.FILING)))
                .after(grantPermit("2023-05-02", Permit.LAND), waivePermit("2023-05-02", Permit.ENERGY));
        assertThat(PossibleCommands.unsettled(begun.timeline()))
                .containsExactly(Permit.FILING, Permit.SAFETY, Permit.EIA, Permit.PLANNING, Permit.BUILDING);
        assertThat(PossibleCommands.retractable(begun.timeline())).containsExactly(Permit.ENERGY, Permit.LAND);
    }

    @Test
    void no_permit_is_granted_or_taken_back_once_all_are_settled_and_works_have_started() {
        Story settled = PERMITTING;
        for (Permit permit : Permit.values()) {
            settled = settled.after(grantPermit("2023-05-02", permit));
        }
        for (var command : List.of(GrantPermit.class, WaivePermit.class)) {
            Refused refusal = PossibleCommands.refusal(command, settled.timeline());
            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo("permit-settled");
        }
        Timeline building =
                settled.after(SampleCommands.startConstruction("2023-06-01")).timeline();
        assertThat(PossibleCommands.retractable(settled.timeline())).containsExactly(Permit.values());
        assertThat(PossibleCommands.retractable(building)).isEmpty();
        assertThat(PossibleCommands.unsettled(building)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LEAD")
    void the_last_stage_can_be_taken_back_but_never_the_registration(Stage stage) {
        assertThat(refusalToRetract(Retractable.STAGE, Story.of(pathTo(stage)))).isEqualTo("none");
        assertThat(refusalToRetract(Retractable.STAGE, Story.of(pathTo(Stage.LEAD))))
                .isEqualTo("nothing-to-retract");
    }

    @Test
    void a_stage_on_which_something_hangs_can_not_be_taken_back() {
        Story granted = PERMITTING.after(grantPermit("2023-05-02", Permit.EIA));
        assertThat(refusalToRetract(Retractable.STAGE, granted)).isEqualTo("has-dependents");
        assertThat(refusalToRetract(Retractable.PERMIT, granted)).isEqualTo("none");
        Story reported = Story.of(pathTo(Stage.CONSTRUCTION)).after(reportProgress("2023-07-01", 1, 1));
        assertThat(refusalToRetract(Retractable.STAGE, reported)).isEqualTo("has-dependents");
        assertThat(refusalToRetract(Retractable.PROGRESS, reported)).isEqualTo("none");
        assertThat(refusalToRetract(Retractable.PERMIT, reported)).isEqualTo("wrong-stage");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"STAGE"})
    void what_is_not_there_can_not_be_taken_back(Retractable what) {
        assertThat(refusalToRetract(what, PERMITTING)).isEqualTo("nothing-to-retract");
    }

    @Test
    void a_revised_amount_can_be_taken_back() {
        Story revised = PERMITTING.after(reviseInvestment("2023-05-02", 5));
        assertThat(refusalToRetract(Retractable.INVESTMENT, revised)).isEqualTo("none");
    }

    @Test
    void dates_can_be_corrected_of_the_stages_that_the_project_came_through() {
        Story again = Story.of(pathTo(Stage.WITHDRAWN));
        assertThat(PossibleCommands.datedStages(again.timeline()))
                .containsExactly(Stage.LEAD, Stage.NEGOTIATION, Stage.WITHDRAWN);
        Story withdrawn = Story.of(pathTo(Stage.LEAD)).after(withdraw("2023-02-01"), reopen("2023-03-01"));
        assertThat(PossibleCommands.datedStages(withdrawn.timeline())).containsExactly(Stage.LEAD, Stage.WITHDRAWN);
    }

    @Test
    void a_contact_person_can_be_erased_once() {
        UUID one = new UUID(7, 7);
        Story none = Story.of(pathTo(Stage.LEAD));
        Story added = none.after(new AddContactPerson(SampleCommands.PROJECT, one, "c2VhbGVk", Remarks.NONE));
        Story erased = added.after(new EraseContactPerson(SampleCommands.PROJECT, one, Remarks.NONE));
        assertThat(PossibleCommands.refusal(EraseContactPerson.class, added.timeline()))
                .isNull();
        for (Story story : List.of(none, erased)) {
            Refused refusal = PossibleCommands.refusal(EraseContactPerson.class, story.timeline());
            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo("nothing-changed");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {RegisterLead.class, ImportProject.class, Retract.class})
    void of_what_is_asked_of_no_project_or_depends_on_what_is_taken_back_nothing_is_said(
            Class<? extends ProjectCommand> command) {
        assertThatIllegalArgumentException().isThrownBy(() -> PossibleCommands.refusal(command, PERMITTING.timeline()));
    }

    private static String refusalToRetract(Retractable what, Story story) {
        Refused refusal = PossibleCommands.refusalToRetract(what, story.timeline());
        return refusal == null ? "none" : refusal.code();
    }
}
