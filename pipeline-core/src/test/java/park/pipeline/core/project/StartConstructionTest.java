package park.pipeline.core.project;

import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.beginPermitting;
import static park.pipeline.core.project.SampleCommands.grantPermit;
import static park.pipeline.core.project.SampleCommands.retractPermit;
import static park.pipeline.core.project.SampleCommands.startConstruction;
import static park.pipeline.core.project.SampleCommands.waivePermit;
import static park.pipeline.core.project.SampleEvents.constructionStarted;
import static park.pipeline.core.project.SampleEvents.contractSigned;
import static park.pipeline.core.project.SampleEvents.negotiationOpened;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.permitGranted;
import static park.pipeline.core.project.SampleEvents.permittingBegun;
import static park.pipeline.core.project.SampleEvents.registered;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class StartConstructionTest {
    private static final Story PERMITTING = Story.of(pathTo(Stage.CONTRACT)).after(beginPermitting("2023-05-01"));

    @Test
    void works_start_when_every_required_permit_is_granted_or_waived() {
        PERMITTING
                .after(
                        grantPermit("2023-05-02", Permit.FILING),
                        waivePermit("2023-05-03", Permit.EIA),
                        grantPermit("2023-05-04", Permit.LAND),
                        waivePermit("2023-05-05", Permit.BUILDING))
                .when(startConstruction("2023-05-05"))
                .containsExactly(constructionStarted("2023-05-05"));
    }

    @Test
    void works_start_in_construction() {
        given(pathTo(Stage.PERMITTING))
                .when(startConstruction("2023-09-01"))
                .thenEvents(constructionStarted("2023-09-01"))
                .thenStage(Stage.CONSTRUCTION);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "PERMITTING")
    void no_other_stage_leads_to_construction(Stage from) {
        given(pathTo(from)).when(startConstruction("2023-09-01")).thenRefused("wrong-stage");
    }

    @Test
    void the_refusal_names_the_permits_that_are_missing() {
        given(
                        registered("2023-01-05"),
                        negotiationOpened("2023-02-01"),
                        contractSigned("2023-03-01"),
                        permittingBegun("2023-05-01", Permit.LAND, Permit.EIA, Permit.FILING),
                        permitGranted("2023-05-02", Permit.EIA))
                .when(startConstruction("2023-06-01"))
                .thenRefused("permits-missing", Map.of("missing", List.of(Permit.FILING, Permit.LAND)));
    }

    @Test
    void a_permit_that_was_taken_back_is_missing_again() {
        Story.of(pathTo(Stage.CONTRACT))
                .after(
                        beginPermitting("2023-05-01", List.of(Permit.EIA)),
                        grantPermit("2023-05-02", Permit.EIA),
                        retractPermit(Permit.EIA))
                .refuses(startConstruction("2023-06-01"), "permits-missing");
    }

    @Test
    void works_do_not_start_before_a_required_permit() {
        Story.of(pathTo(Stage.CONTRACT))
                .after(beginPermitting("2023-05-01", List.of(Permit.EIA)), grantPermit("2023-05-20", Permit.EIA))
                .refuses(startConstruction("2023-05-19"), "out-of-order-date");
    }

    @Test
    void works_do_not_start_before_a_permit_that_was_not_required_either() {
        Story.of(pathTo(Stage.CONTRACT))
                .after(beginPermitting("2023-05-01", List.of()), waivePermit("2023-05-20", Permit.SAFETY))
                .refuses(startConstruction("2023-05-19"), "out-of-order-date");
    }

    @Test
    void works_do_not_start_before_permitting_began() {
        given(pathTo(Stage.PERMITTING)).when(startConstruction("2023-04-30")).thenRefused("out-of-order-date");
    }

    @Test
    void works_may_start_on_the_day_on_which_permitting_began() {
        given(pathTo(Stage.PERMITTING))
                .when(startConstruction("2023-05-01"))
                .thenEvents(constructionStarted("2023-05-01"));
    }
}
