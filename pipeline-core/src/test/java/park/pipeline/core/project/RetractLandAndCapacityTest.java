package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.SampleCommands.amend;
import static park.pipeline.core.project.SampleCommands.commenceProduction;
import static park.pipeline.core.project.SampleCommands.correctDate;
import static park.pipeline.core.project.SampleCommands.retractStage;
import static park.pipeline.core.project.SampleCommands.signContract;
import static park.pipeline.core.project.SampleEvents.PROFILE;
import static park.pipeline.core.project.SampleEvents.constructionStarted;
import static park.pipeline.core.project.SampleEvents.contractSigned;
import static park.pipeline.core.project.SampleEvents.negotiationOpened;
import static park.pipeline.core.project.SampleEvents.permittingBegun;
import static park.pipeline.core.project.SampleEvents.registered;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Land and capacity, which a contract and a production set beside the registration and amendments. */
class RetractLandAndCapacityTest {
    private static final Capacity ONE = new Capacity(new BigDecimal("1"), "GW");
    private static final Capacity TWO = new Capacity(new BigDecimal("2"), "GW");
    private static final Profile PLANNED = new Profile(
            PROFILE.name(),
            PROFILE.enterprise(),
            PROFILE.industry(),
            PROFILE.kind(),
            null,
            null,
            ONE,
            new BigDecimal("50"),
            null);
    private static final Story NEGOTIATION =
            Story.of(registered("2023-01-05", PLANNED, null, null, null), negotiationOpened("2023-02-01"));
    private static final Story CONSTRUCTION = NEGOTIATION.and(
            contractSigned("2023-03-01"), permittingBegun("2023-04-01"), constructionStarted("2023-05-01"));

    @Test
    void the_land_of_the_registration_comes_back_with_the_retraction_of_the_contract() {
        Story signed = NEGOTIATION.after(signContract("2023-03-01", null, "80"));
        assertThat(land(signed)).isEqualTo("80");
        assertThat(land(signed.after(retractStage()))).isEqualTo("50");
    }

    @Test
    void a_contract_without_land_takes_none_away() {
        assertThat(land(NEGOTIATION.after(signContract("2023-03-01"), retractStage())))
                .isEqualTo("50");
    }

    @Test
    void an_amendment_after_the_contract_outlives_it() {
        assertThat(land(NEGOTIATION.after(
                        signContract("2023-03-01", null, "80"),
                        amend("2023-03-02", Amendments.landMu("90")),
                        retractStage())))
                .isEqualTo("90");
        assertThat(land(NEGOTIATION.after(
                        signContract("2023-03-01", null, "80"),
                        amend("2023-03-02", Amendments.landMu(null)),
                        retractStage())))
                .isNull();
    }

    @Test
    void an_amendment_before_the_contract_comes_back() {
        assertThat(land(NEGOTIATION.after(
                        amend("2023-02-02", Amendments.landMu("60")),
                        signContract("2023-03-01", null, "80"),
                        retractStage())))
                .isEqualTo("60");
    }

    @Test
    void an_amendment_of_another_field_fixes_no_land() {
        assertThat(land(NEGOTIATION.after(
                        signContract("2023-03-01", null, "80"),
                        amend("2023-03-02", Amendments.origin("32")),
                        retractStage())))
                .isEqualTo("50");
    }

    @Test
    void the_capacity_of_the_registration_comes_back_with_the_retraction_of_production() {
        Story producing = CONSTRUCTION.after(commenceProduction("2023-06-01", TWO));
        assertThat(producing.timeline().profile().capacity()).isEqualTo(TWO);
        assertThat(producing.after(retractStage()).timeline().profile()).isEqualTo(PLANNED);
    }

    @Test
    void an_amendment_of_the_capacity_after_production_outlives_it() {
        Story story = CONSTRUCTION.after(
                commenceProduction("2023-06-01", TWO),
                amend("2023-06-02", Amendments.capacity(new Capacity(new BigDecimal("3"), "GW"))),
                retractStage());
        assertThat(story.timeline().profile().capacity()).isEqualTo(new Capacity(new BigDecimal("3"), "GW"));
        Story cleared = CONSTRUCTION.after(
                commenceProduction("2023-06-01", TWO), amend("2023-06-02", Amendments.capacity(null)), retractStage());
        assertThat(cleared.timeline().profile().capacity()).isNull();
    }

    @Test
    void an_amendment_of_another_field_fixes_no_capacity() {
        Story story = CONSTRUCTION.after(
                commenceProduction("2023-06-01", TWO), amend("2023-06-02", Amendments.landMu("70")), retractStage());
        assertThat(story.timeline().profile().capacity()).isEqualTo(ONE);
        assertThat(land(story)).isEqualTo("70");
    }

    @Test
    void a_second_contract_sets_the_land_anew() {
        Story story = NEGOTIATION.after(
                signContract("2023-03-01", null, "80"), retractStage(), signContract("2023-03-02", null, "85"));
        assertThat(land(story)).isEqualTo("85");
        assertThat(land(story.after(retractStage()))).isEqualTo("50");
    }

    @Test
    void moving_a_contract_moves_no_land() {
        Story signed = NEGOTIATION.after(signContract("2023-03-01", null, "80"));
        assertThat(signed.after(correctDate(Stage.CONTRACT, "2023-04-01"))
                        .timeline()
                        .facts())
                .isEqualTo(signed.timeline().facts());
    }

    private static @Nullable String land(Story story) {
        BigDecimal land = story.timeline().profile().landMu();
        return land == null ? null : land.toPlainString();
    }
}
