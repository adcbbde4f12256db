package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.PROJECT;
import static park.pipeline.core.project.SampleCommands.correctDate;
import static park.pipeline.core.project.SampleCommands.importProject;
import static park.pipeline.core.project.SampleCommands.on;
import static park.pipeline.core.project.SampleCommands.reopen;
import static park.pipeline.core.project.SampleCommands.reportProgress;
import static park.pipeline.core.project.SampleCommands.retractStage;
import static park.pipeline.core.project.SampleCommands.startConstruction;
import static park.pipeline.core.project.SampleCommands.with;
import static park.pipeline.core.project.SampleCommands.withdraw;
import static park.pipeline.core.project.SampleEvents.PROFILE;
import static park.pipeline.core.project.SampleEvents.constructionStarted;
import static park.pipeline.core.project.SampleEvents.contractSigned;
import static park.pipeline.core.project.SampleEvents.fullCapacityReached;
import static park.pipeline.core.project.SampleEvents.intentSigned;
import static park.pipeline.core.project.SampleEvents.negotiationOpened;
import static park.pipeline.core.project.SampleEvents.permittingBegun;
import static park.pipeline.core.project.SampleEvents.productionCommenced;
import static park.pipeline.core.project.SampleEvents.registered;
import static park.pipeline.core.project.SampleEvents.withdrawn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import park.pipeline.core.project.ProjectCommand.ImportProject;

class ImportProjectTest {
    private static final Remarks IMPORTED = new Remarks(null, Precision.DAY, true);

    @Test
    void the_example_of_the_contract_writes_a_lead_a_contract_and_a_start_of_works() {
        Profile profile = new Profile(
                "碳纤维项目",
                new Enterprise("某公司", null),
                "CARBON_FIBER",
                ProjectKind.NEW_BUILD,
                null,
                null,
                new Capacity(new BigDecimal("14000"), "t/a"),
                null,
                "GH-1");
        given().when(new ImportProject(
                        PROJECT,
                        LocalDate.parse("2021-03-01"),
                        profile,
                        null,
                        null,
                        List.of(on("2021-09-10", Stage.CONTRACT), on("2022-05-01", Stage.CONSTRUCTION)),
                        null,
                        Remarks.NONE))
                .thenEvents(
                        with(IMPORTED, registered("2021-03-01", profile, null, null, null)),
                        with(IMPORTED, contractSigned("2021-09-10")),
                        with(IMPORTED, constructionStarted("2022-05-01")));
    }

    @Test
    void every_milestone_becomes_the_event_of_its_command() {
        given().when(importProject(
                        "2021-01-01",
                        on("2021-02-01", Stage.NEGOTIATION),
                        on("2021-03-01", Stage.INTENT),
                        on("2021-04-01", Stage.CONTRACT),
                        on("2021-05-01", Stage.PERMITTING),
                        on("2021-06-01", Stage.CONSTRUCTION),
                        on("2021-07-01", Stage.PRODUCTION),
                        on("2021-08-01", Stage.FULL_CAPACITY)))
                .thenEvents(
                        with(IMPORTED, registered("2021-01-01")),
                        with(IMPORTED, negotiationOpened("2021-02-01")),
                        with(IMPORTED, intentSigned("2021-03-01")),
                        with(IMPORTED, contractSigned("2021-04-01")),
                        with(IMPORTED, permittingBegun("2021-05-01")),
                        with(IMPORTED, constructionStarted("2021-06-01")),
                        with(IMPORTED, productionCommenced("2021-07-01")),
                        with(IMPORTED, fullCapacityReached("2021-08-01")));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"LEAD", "WITHDRAWN"})
    void any_milestone_may_follow_the_lead_directly(Stage stage) {
        Story story = Story.of().after(importProject("2021-01-01", on("2021-01-01", stage)));
        assertThat(story.timeline().stage()).isEqualTo(stage);
        assertThat(story.timeline().version()).isEqualTo(2);
    }

    @Test
    void a_lead_alone_is_a_project() {
        given().when(importProject("2021-01-01")).thenEvents(with(IMPORTED, registered("2021-01-01")));
    }

    @Test
    void amount_and_team_are_dated_on_the_lead_day() {
        LocalDate day = LocalDate.parse("2021-01-01");
        DatedSeries series = Story.of()
                .after(new ImportProject(
                        PROJECT, day, PROFILE, 9L, "一组", List.of(on("2021-03-01", Stage.INTENT)), null, Remarks.NONE))
                .timeline()
                .series();
        assertThat(series.investment().entries()).hasSize(1);
        assertThat(series.investment().on(day).value()).isEqualTo(new Investment(9L));
        assertThat(series.team().on(day).value()).isEqualTo(new Responsible("一组", null));
    }

    @Test
    void no_permit_is_required_of_an_imported_project() {
        Story story = Story.of().after(importProject("2021-01-01", on("2021-05-01", Stage.PERMITTING)));
        assertThat(story.timeline().permits().required()).isEmpty();
        story.when(startConstruction("2021-05-01")).containsExactly(constructionStarted("2021-05-01"));
    }

    @Test
    void the_note_stands_on_the_lead_and_the_precision_on_every_event() {
        Remarks asked = new Remarks("from the old table", Precision.MONTH, false);
        given().when(with(asked, importProject("2021-01-31", on("2021-03-31", Stage.INTENT))))
                .thenEvents(
                        with(new Remarks("from the old table", Precision.MONTH, true), registered("2021-01-31")),
                        with(new Remarks(null, Precision.MONTH, true), intentSigned("2021-03-31")));
    }

    @Test
    void all_milestones_on_one_day_are_in_order() {
        assertThat(Story.of()
                        .after(importProject(
                                "2021-01-01", on("2021-01-01", Stage.INTENT), on("2021-01-01", Stage.CONTRACT)))
                        .timeline()
                        .stage())
                .isEqualTo(Stage.CONTRACT);
    }

    @Test
    void an_imported_withdrawal_leaves_the_last_milestone() {
        given().when(importProject("2021-01-01", on("2021-04-01", Stage.CONTRACT), on("2021-05-01", Stage.WITHDRAWN)))
                .thenEvents(
                        with(IMPORTED, registered("2021-01-01")),
                        with(IMPORTED, contractSigned("2021-04-01")),
                        with(IMPORTED, withdrawn("2021-05-01", Stage.CONTRACT)));
        given().when(importProject("2021-01-01", on("2021-05-01", Stage.WITHDRAWN)))
                .thenEvents(
                        with(IMPORTED, registered("2021-01-01")), with(IMPORTED, withdrawn("2021-05-01", Stage.LEAD)));
    }

    @Test
    void an_imported_project_lives_on_like_any_other() {
        Story story = Story.of().after(importProject("2021-01-01", on("2021-05-01", Stage.CONSTRUCTION)));
        story.refuses(reportProgress("2021-04-30", 1, 1), "out-of-order-date");
        story.when(correctDate(Stage.CONSTRUCTION, "2021-04-01")).hasSize(1);
        assertThat(story.after(retractStage()).timeline().stage()).isEqualTo(Stage.LEAD);
        assertThat(story.after(withdraw("2021-06-01"), reopen("2021-07-01"))
                        .timeline()
                        .stage())
                .isEqualTo(Stage.CONSTRUCTION);
    }
}
