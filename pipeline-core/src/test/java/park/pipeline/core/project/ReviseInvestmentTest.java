package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.reviseInvestment;
import static park.pipeline.core.project.SampleCommands.with;
import static park.pipeline.core.project.SampleEvents.contractSigned;
import static park.pipeline.core.project.SampleEvents.investmentRevised;
import static park.pipeline.core.project.SampleEvents.negotiationOpened;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.registered;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviseInvestmentTest {
    @ParameterizedTest
    @EnumSource
    void an_amount_is_revised_in_every_stage(Stage stage) {
        given(pathTo(stage))
                .when(reviseInvestment("2023-09-15", 42))
                .thenEvents(investmentRevised("2023-09-15", 42))
                .thenStage(stage);
    }

    @Test
    void a_revision_to_the_same_amount_is_accepted() {
        given(registered("2023-01-05", 42L))
                .when(reviseInvestment("2023-01-05", 42))
                .thenEvents(investmentRevised("2023-01-05", 42));
    }

    @Test
    void a_revision_to_zero_is_known_to_be_zero() {
        Story story = Story.of(registered("2023-01-05", 42L)).after(reviseInvestment("2023-02-01", 0));
        assertThat(story.timeline().series().investment().latest().value()).isEqualTo(new Investment(0L));
    }

    @Test
    void a_revision_is_not_dated_before_the_registration_even_of_an_unknown_amount() {
        given(registered("2023-01-05")).when(reviseInvestment("2023-01-04", 42)).thenRefused("out-of-order-date");
    }

    @Test
    void a_revision_is_not_dated_before_the_amount_of_a_contract() {
        given(registered("2023-01-05"), negotiationOpened("2023-02-01"), contractSigned("2023-03-01", 42L, null))
                .when(reviseInvestment("2023-02-28", 43))
                .thenRefused("out-of-order-date");
    }

    @Test
    void a_revision_may_be_dated_before_a_contract_without_an_amount() {
        given(registered("2023-01-05"), negotiationOpened("2023-02-01"), contractSigned("2023-03-01"))
                .when(reviseInvestment("2023-02-28", 43))
                .thenEvents(investmentRevised("2023-02-28", 43));
    }

    @Test
    void of_two_revisions_on_one_day_the_later_recorded_counts() {
        Story story = Story.of(registered("2023-01-05"))
                .after(reviseInvestment("2023-02-01", 5), reviseInvestment("2023-02-01", 4));
        assertThat(story.timeline()
                        .series()
                        .investment()
                        .on(LocalDate.parse("2023-02-01"))
                        .value())
                .isEqualTo(new Investment(4L));
    }

    @Test
    void a_revision_keeps_its_remarks() {
        Remarks remarks = new Remarks("board paper", Precision.MONTH, false);
        given(registered("2023-01-05"))
                .when(with(remarks, reviseInvestment("2023-01-31", 1)))
                .thenEvents(with(remarks, investmentRevised("2023-01-31", 1)));
    }
}
