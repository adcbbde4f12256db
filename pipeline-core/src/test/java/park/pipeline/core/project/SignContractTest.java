package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.PROJECT;
import static park.pipeline.core.project.SampleCommands.reviseInvestment;
import static park.pipeline.core.project.SampleCommands.signContract;
import static park.pipeline.core.project.SampleEvents.contractSigned;
import static park.pipeline.core.project.SampleEvents.investmentRevised;
import static park.pipeline.core.project.SampleEvents.negotiationOpened;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.registered;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import park.pipeline.core.project.ProjectCommand.SignContract;
import park.pipeline.core.project.ProjectEvent.ContractSigned;

class SignContractTest {
    @ParameterizedTest
    @EnumSource(names = {"NEGOTIATION", "INTENT"})
    void a_contract_follows_a_negotiation_or_an_intent(Stage from) {
        given(pathTo(from))
                .when(signContract("2023-09-01"))
                .thenEvents(contractSigned("2023-09-01"))
                .thenStage(Stage.CONTRACT);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NEGOTIATION", "INTENT"})
    void no_other_stage_leads_to_a_contract(Stage from) {
        given(pathTo(from)).when(signContract("2023-09-01")).thenRefused("wrong-stage");
    }

    @Test
    void a_contract_keeps_the_amount_the_land_the_document_and_the_remarks() {
        LocalDate day = LocalDate.parse("2023-09-30");
        Remarks remarks = new Remarks("in the town hall", Precision.QUARTER, false);
        BigDecimal land = new BigDecimal("80.25");
        given(pathTo(Stage.INTENT))
                .when(new SignContract(PROJECT, day, 12L, land, "HT-9", remarks))
                .thenEvents(new ContractSigned(day, 12L, land, "HT-9", remarks));
    }

    @Test
    void the_land_of_a_contract_is_the_profile_from_then_on() {
        Story story = Story.of(registered("2023-01-05"), negotiationOpened("2023-02-01"));
        assertThat(story.timeline().profile().landMu()).isNull();
        assertThat(story.after(signContract("2023-03-01", null, "80.250"))
                        .timeline()
                        .profile()
                        .landMu())
                .isEqualTo(new BigDecimal("80.25"));
    }

    @Test
    void a_contract_is_not_signed_before_the_stage_that_it_follows() {
        given(pathTo(Stage.INTENT)).when(signContract("2023-02-28")).thenRefused("out-of-order-date");
    }

    @Test
    void a_contract_with_an_amount_is_not_dated_before_the_latest_amount() {
        given(registered("2023-01-05"), negotiationOpened("2023-02-01"), investmentRevised("2023-03-01", 9))
                .when(signContract("2023-02-28", 10L, null))
                .thenRefused("out-of-order-date");
    }

    @Test
    void a_contract_without_an_amount_leaves_the_amount_as_it_is() {
        Story story = Story.of(registered("2023-01-05", 7L), negotiationOpened("2023-02-01"))
                .after(reviseInvestment("2023-03-01", 9), signContract("2023-02-28"));
        assertThat(story.timeline().series().investment().latest().value()).isEqualTo(new Investment(9L));
    }
}
