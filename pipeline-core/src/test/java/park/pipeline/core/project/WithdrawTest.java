package park.pipeline.core.project;

import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.PROJECT;
import static park.pipeline.core.project.SampleCommands.withdraw;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.permitGranted;
import static park.pipeline.core.project.SampleEvents.registered;
import static park.pipeline.core.project.SampleEvents.reopened;
import static park.pipeline.core.project.SampleEvents.withdrawn;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import park.pipeline.core.project.ProjectCommand.Withdraw;
import park.pipeline.core.project.ProjectEvent.ProjectWithdrawn;

class WithdrawTest {
    @ParameterizedTest
    @EnumSource(names = {"LEAD", "NEGOTIATION", "INTENT", "CONTRACT", "PERMITTING", "CONSTRUCTION"})
    void a_project_is_withdrawn_from_any_stage_before_production(Stage from) {
        given(pathTo(from))
                .when(withdraw("2023-09-01"))
                .thenEvents(withdrawn("2023-09-01", from))
                .thenStage(Stage.WITHDRAWN);
    }

    @ParameterizedTest
    @EnumSource(names = {"PRODUCTION", "FULL_CAPACITY", "WITHDRAWN"})
    void nobody_withdraws_from_production_nor_twice(Stage from) {
        given(pathTo(from)).when(withdraw("2023-09-01")).thenRefused("wrong-stage");
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_is_kept(WithdrawalReason reason) {
        LocalDate day = LocalDate.parse("2023-09-01");
        given(pathTo(Stage.INTENT))
                .when(new Withdraw(PROJECT, day, reason, Remarks.NONE))
                .thenEvents(new ProjectWithdrawn(day, reason, Stage.INTENT, Remarks.NONE));
    }

    @Test
    void a_withdrawal_is_not_dated_before_the_stage_that_it_leaves() {
        given(pathTo(Stage.INTENT)).when(withdraw("2023-02-28")).thenRefused("out-of-order-date");
    }

    @Test
    void a_withdrawal_may_be_dated_before_a_permit() {
        Story.of(pathTo(Stage.PERMITTING))
                .and(permitGranted("2023-08-01", Permit.EIA))
                .when(withdraw("2023-05-01"))
                .containsExactly(withdrawn("2023-05-01", Stage.PERMITTING));
    }

    @Test
    void a_reopened_project_may_be_withdrawn_again() {
        given(registered("2023-01-05"), withdrawn("2023-02-01"), reopened("2023-03-01", Stage.LEAD))
                .when(withdraw("2023-03-01"))
                .thenEvents(withdrawn("2023-03-01", Stage.LEAD));
    }
}
