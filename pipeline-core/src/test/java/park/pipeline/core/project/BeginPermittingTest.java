package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.amend;
import static park.pipeline.core.project.SampleCommands.beginPermitting;
import static park.pipeline.core.project.SampleCommands.startConstruction;
import static park.pipeline.core.project.SampleEvents.amended;
import static park.pipeline.core.project.SampleEvents.constructionStarted;
import static park.pipeline.core.project.SampleEvents.contractSigned;
import static park.pipeline.core.project.SampleEvents.negotiationOpened;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.permittingBegun;
import static park.pipeline.core.project.SampleEvents.registered;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class BeginPermittingTest {
    @Test
    void permitting_follows_a_contract() {
        given(pathTo(Stage.CONTRACT))
                .when(beginPermitting("2023-09-01"))
                .thenEvents(permittingBegun("2023-09-01", Permit.FILING, Permit.EIA, Permit.LAND, Permit.BUILDING))
                .thenStage(Stage.PERMITTING);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CONTRACT")
    void a_new_building_needs_a_contract_first(Stage from) {
        given(pathTo(from)).when(beginPermitting("2023-09-01")).thenRefused("wrong-stage");
    }

    @Test
    void an_extension_needs_a_contract_too_and_the_permits_of_a_new_building() {
        ProjectEvent lead = registered("2023-01-05", ProjectKind.EXPANSION);
        given(lead).when(beginPermitting("2023-09-01")).thenRefused("wrong-stage");
        given(lead, negotiationOpened("2023-02-01"), contractSigned("2023-03-01"))
                .when(beginPermitting("2023-09-01"))
                .thenEvents(permittingBegun("2023-09-01", Permit.FILING, Permit.EIA, Permit.LAND, Permit.BUILDING));
    }

    @ParameterizedTest
    @EnumSource(names = {"LEAD", "NEGOTIATION", "INTENT", "CONTRACT"})
    void a_technical_upgrade_may_begin_it_from_any_earlier_stage_with_two_permits(Stage from) {
        given(upgradeIn(from))
                .when(beginPermitting("2023-09-01"))
                .thenEvents(permittingBegun("2023-09-01", Permit.FILING, Permit.EIA));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"LEAD", "NEGOTIATION", "INTENT", "CONTRACT"})
    void a_technical_upgrade_does_not_begin_it_from_later_stages(Stage from) {
        given(upgradeIn(from)).when(beginPermitting("2023-09-01")).thenRefused("wrong-stage");
    }

    @Test
    void the_kind_counts_as_amended_by_then() {
        ProfileChanges toUpgrade = Amendments.kind(ProjectKind.TECHNICAL_UPGRADE);
        given(registered("2023-01-05"), amended("2023-01-06", toUpgrade))
                .when(beginPermitting("2023-09-01"))
                .thenEvents(permittingBegun("2023-09-01", Permit.FILING, Permit.EIA));
    }

    @Test
    void a_later_change_of_kind_changes_no_list_of_permits() {
        Story story = Story.of(pathTo(Stage.CONTRACT)).after(beginPermitting("2023-09-01"));
        Permits before = story.timeline().permits();
        assertThat(story.after(amend("2023-09-02", Amendments.kind(ProjectKind.TECHNICAL_UPGRADE)))
                        .timeline()
                        .permits())
                .isEqualTo(before);
    }

    @Test
    void the_caller_may_name_the_permits() {
        given(pathTo(Stage.CONTRACT))
                .when(beginPermitting("2023-09-01", List.of(Permit.SAFETY, Permit.ENERGY)))
                .thenEvents(permittingBegun("2023-09-01", Permit.SAFETY, Permit.ENERGY));
    }

    @Test
    void an_empty_list_means_none_and_not_the_default() {
        given(pathTo(Stage.CONTRACT))
                .when(beginPermitting("2023-09-01", List.of()))
                .thenEvents(permittingBegun("2023-09-01"));
        given(pathTo(Stage.PERMITTING))
                .when(startConstruction("2023-09-02"))
                .thenEvents(constructionStarted("2023-09-02"));
    }

    @Test
    void a_permit_named_twice_is_required_once() {
        given(pathTo(Stage.CONTRACT))
                .when(beginPermitting("2023-09-01", List.of(Permit.EIA, Permit.EIA)))
                .thenEvents(permittingBegun("2023-09-01", Permit.EIA));
    }

    @Test
    void permitting_does_not_begin_before_the_contract() {
        given(pathTo(Stage.CONTRACT)).when(beginPermitting("2023-03-31")).thenRefused("out-of-order-date");
    }

    private static ProjectEvent[] upgradeIn(Stage stage) {
        ProjectEvent[] path = pathTo(stage);
        path[0] = registered("2023-01-01", ProjectKind.TECHNICAL_UPGRADE);
        return path;
    }
}
