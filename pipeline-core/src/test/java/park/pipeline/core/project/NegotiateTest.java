package park.pipeline.core.project;

import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.openNegotiation;
import static park.pipeline.core.project.SampleEvents.negotiationOpened;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.registered;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class NegotiateTest {
    @Test
    void a_negotiation_follows_a_lead() {
        given(pathTo(Stage.LEAD))
                .when(openNegotiation("2023-09-01"))
                .thenEvents(negotiationOpened("2023-09-01"))
                .thenStage(Stage.NEGOTIATION);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LEAD")
    void no_other_stage_leads_to_a_negotiation(Stage from) {
        given(pathTo(from)).when(openNegotiation("2023-09-01")).thenRefused("wrong-stage");
    }

    @Test
    void the_refusal_names_the_stage_and_those_that_would_do() {
        given(pathTo(Stage.CONTRACT))
                .when(openNegotiation("2023-09-01"))
                .thenRefused("wrong-stage", Map.of("stage", Stage.CONTRACT, "allowed", List.of(Stage.LEAD)));
    }

    @Test
    void a_negotiation_on_the_day_of_the_registration_is_in_order() {
        given(registered("2023-01-05")).when(openNegotiation("2023-01-05")).thenEvents(negotiationOpened("2023-01-05"));
    }

    @Test
    void a_negotiation_is_not_opened_before_the_registration() {
        given(registered("2023-01-05")).when(openNegotiation("2023-01-04")).thenRefused("out-of-order-date");
    }
}
