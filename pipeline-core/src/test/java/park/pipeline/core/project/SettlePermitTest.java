package park.pipeline.core.project;

import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.PROJECT;
import static park.pipeline.core.project.SampleCommands.grantPermit;
import static park.pipeline.core.project.SampleCommands.retractPermit;
import static park.pipeline.core.project.SampleCommands.waivePermit;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.permitGranted;
import static park.pipeline.core.project.SampleEvents.permitWaived;
import static park.pipeline.core.project.SampleEvents.permittingBegun;
import static park.pipeline.core.project.SampleEvents.reopened;
import static park.pipeline.core.project.SampleEvents.withdrawn;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.FieldSource;
import park.pipeline.core.project.ProjectCommand.GrantPermit;
import park.pipeline.core.project.ProjectCommand.WaivePermit;
import park.pipeline.core.project.ProjectEvent.PermitGranted;
import park.pipeline.core.project.ProjectEvent.PermitWaived;

class SettlePermitTest {
    private static final List<Function<String, ProjectCommand>> BOTH_WAYS =
            List.of(day -> grantPermit(day, Permit.EIA), day -> waivePermit(day, Permit.EIA));

    @Test
    void a_permit_is_granted_in_permitting() {
        given(pathTo(Stage.PERMITTING))
                .when(grantPermit("2023-09-01", Permit.EIA))
                .thenEvents(permitGranted("2023-09-01", Permit.EIA))
                .thenStage(Stage.PERMITTING);
    }

    @Test
    void a_permit_is_waived_in_permitting() {
        given(pathTo(Stage.PERMITTING))
                .when(waivePermit("2023-09-01", Permit.EIA))
                .thenEvents(permitWaived("2023-09-01", Permit.EIA))
                .thenStage(Stage.PERMITTING);
    }

    @Test
    void a_grant_keeps_its_document_and_a_waiver_its_reason_and_document() {
        LocalDate day = LocalDate.parse("2023-09-30");
        Remarks remarks = new Remarks("by post", Precision.MONTH, false);
        given(pathTo(Stage.PERMITTING))
                .when(new GrantPermit(PROJECT, day, Permit.LAND, "LD-7", remarks))
                .thenEvents(new PermitGranted(day, Permit.LAND, "LD-7", remarks));
        given(pathTo(Stage.PERMITTING))
                .when(new WaivePermit(PROJECT, day, Permit.LAND, "existing site", "LH-2", remarks))
                .thenEvents(new PermitWaived(day, Permit.LAND, "existing site", "LH-2", remarks));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "PERMITTING")
    void no_permit_is_settled_in_any_other_stage(Stage stage) {
        for (Function<String, ProjectCommand> way : BOTH_WAYS) {
            given(pathTo(stage)).when(way.apply("2023-09-01")).thenRefused("wrong-stage");
        }
    }

    @ParameterizedTest
    @EnumSource
    void any_permit_may_be_settled_required_or_not(Permit permit) {
        ProjectEvent[] past =
                Story.of(pathTo(Stage.CONTRACT)).and(permittingBegun("2023-05-01", Permit.FILING)).facts().stream()
                        .map(Recorded::event)
                        .toArray(ProjectEvent[]::new);
        given(past).when(grantPermit("2023-09-01", permit)).thenEvents(permitGranted("2023-09-01", permit));
        given(past).when(waivePermit("2023-09-01", permit)).thenEvents(permitWaived("2023-09-01", permit));
    }

    @ParameterizedTest
    @FieldSource("BOTH_WAYS")
    void a_permit_granted_or_waived_is_settled(Function<String, ProjectCommand> way) {
        Story permitting = Story.of(pathTo(Stage.PERMITTING));
        permitting.and(permitGranted("2023-05-02", Permit.EIA)).refuses(way.apply("2023-05-03"), "permit-settled");
        permitting.and(permitWaived("2023-05-02", Permit.EIA)).refuses(way.apply("2023-05-03"), "permit-settled");
    }

    @ParameterizedTest
    @FieldSource("BOTH_WAYS")
    void a_permit_is_not_settled_before_permitting_began(Function<String, ProjectCommand> way) {
        given(pathTo(Stage.PERMITTING)).when(way.apply("2023-04-30")).thenRefused("out-of-order-date");
        Story.of(pathTo(Stage.PERMITTING)).when(way.apply("2023-05-01")).hasSize(1);
    }

    @ParameterizedTest
    @FieldSource("BOTH_WAYS")
    void permits_need_no_order_among_themselves(Function<String, ProjectCommand> way) {
        Story.of(pathTo(Stage.PERMITTING))
                .and(permitGranted("2023-06-01", Permit.FILING))
                .when(way.apply("2023-05-15"))
                .hasSize(1);
    }

    @ParameterizedTest
    @FieldSource("BOTH_WAYS")
    void a_reopening_sets_no_new_floor_for_permits(Function<String, ProjectCommand> way) {
        Story reopened = Story.of(pathTo(Stage.PERMITTING))
                .and(withdrawn("2023-07-01", Stage.PERMITTING), reopened("2023-08-01", Stage.PERMITTING));
        reopened.when(way.apply("2023-05-01")).hasSize(1);
        reopened.refuses(way.apply("2023-04-30"), "out-of-order-date");
    }

    @Test
    void a_permit_taken_back_may_be_settled_again() {
        Story.of(pathTo(Stage.PERMITTING))
                .after(grantPermit("2023-05-02", Permit.EIA), retractPermit(Permit.EIA))
                .when(waivePermit("2023-05-02", Permit.EIA))
                .containsExactly(permitWaived("2023-05-02", Permit.EIA));
    }
}
