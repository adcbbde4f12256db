package park.pipeline.core.project;

import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.signIntent;
import static park.pipeline.core.project.SampleEvents.intentSigned;
import static park.pipeline.core.project.SampleEvents.investmentRevised;
import static park.pipeline.core.project.SampleEvents.negotiationOpened;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.registered;
import static park.pipeline.core.project.SampleEvents.withdrawn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import park.pipeline.core.project.ProjectCommand.SignIntent;
import park.pipeline.core.project.ProjectEvent.IntentSigned;

class SignIntentTest {
    @ParameterizedTest
    @EnumSource(names = {"LEAD", "NEGOTIATION"})
    void an_intent_follows_a_lead_or_a_negotiation(Stage from) {
        given(pathTo(from))
                .when(signIntent("2023-09-01"))
                .thenEvents(intentSigned("2023-09-01"))
                .thenStage(Stage.INTENT);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"LEAD", "NEGOTIATION"})
    void no_other_stage_leads_to_an_intent(Stage from) {
        given(pathTo(from)).when(signIntent("2023-09-01")).thenRefused("wrong-stage");
    }

    @Test
    void a_withdrawn_project_cannot_sign_an_intent() {
        given(registered("2023-01-05"), withdrawn("2023-02-01"))
                .when(signIntent("2023-03-01"))
                .thenRefused("wrong-stage");
    }

    @Test
    void an_intent_keeps_the_amount_the_document_and_the_remarks() {
        Remarks remarks = new Remarks("signed in Shanghai", Precision.MONTH, false);
        SignIntent ask = signIntent("2023-03-31", 50_000_000L);
        given(registered("2023-01-05"))
                .when(new SignIntent(ask.projectId(), ask.occurredOn(), 50_000_000L, "GH-2023-7", remarks))
                .thenEvents(new IntentSigned(ask.occurredOn(), 50_000_000L, "GH-2023-7", remarks));
    }

    @Test
    void an_intent_on_the_day_of_the_negotiation_is_in_order() {
        given(registered("2023-01-05"), negotiationOpened("2023-02-01"))
                .when(signIntent("2023-02-01"))
                .thenEvents(intentSigned("2023-02-01"));
    }

    @Test
    void an_intent_is_not_signed_before_the_stage_that_it_follows() {
        given(registered("2023-01-05"), negotiationOpened("2023-02-01"))
                .when(signIntent("2023-01-31"))
                .thenRefused("out-of-order-date");
    }

    @Test
    void an_intent_with_an_amount_is_not_dated_before_the_latest_amount() {
        given(registered("2023-01-05"), investmentRevised("2023-03-01", 9))
                .when(signIntent("2023-02-28", 10L))
                .thenRefused("out-of-order-date");
    }

    @Test
    void an_intent_without_an_amount_is_free_of_the_series_of_amounts() {
        given(registered("2023-01-05"), investmentRevised("2023-03-01", 9))
                .when(signIntent("2023-02-28"))
                .thenEvents(intentSigned("2023-02-28"));
    }
}
