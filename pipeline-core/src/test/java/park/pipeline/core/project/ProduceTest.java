package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.amend;
import static park.pipeline.core.project.SampleCommands.commenceProduction;
import static park.pipeline.core.project.SampleCommands.reachFullCapacity;
import static park.pipeline.core.project.SampleEvents.constructionStarted;
import static park.pipeline.core.project.SampleEvents.contractSigned;
import static park.pipeline.core.project.SampleEvents.fullCapacityReached;
import static park.pipeline.core.project.SampleEvents.negotiationOpened;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.permittingBegun;
import static park.pipeline.core.project.SampleEvents.productionCommenced;
import static park.pipeline.core.project.SampleEvents.progressReported;
import static park.pipeline.core.project.SampleEvents.registered;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ProduceTest {
    private static final Capacity CAPACITY = new Capacity(new BigDecimal("2.5"), "GW");

    @Test
    void production_follows_construction() {
        given(pathTo(Stage.CONSTRUCTION))
                .when(commenceProduction("2023-09-01"))
                .thenEvents(productionCommenced("2023-09-01"))
                .thenStage(Stage.PRODUCTION);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CONSTRUCTION")
    void no_other_stage_leads_to_production(Stage from) {
        given(pathTo(from)).when(commenceProduction("2023-09-01")).thenRefused("wrong-stage");
    }

    @Test
    void the_capacity_that_production_brings_is_the_profile_from_then_on() {
        given(pathTo(Stage.CONSTRUCTION))
                .when(commenceProduction("2023-09-01", CAPACITY))
                .thenEvents(productionCommenced("2023-09-01", CAPACITY));
        assertThat(Story.of(pathTo(Stage.CONSTRUCTION))
                        .after(commenceProduction("2023-09-01", CAPACITY))
                        .timeline()
                        .profile()
                        .capacity())
                .isEqualTo(CAPACITY);
    }

    @Test
    void production_without_a_capacity_leaves_it_as_it_is() {
        Story story = Story.of(pathTo(Stage.CONSTRUCTION))
                .after(amend("2023-07-01", Amendments.capacity(CAPACITY)), commenceProduction("2023-09-01"));
        assertThat(story.timeline().profile().capacity()).isEqualTo(CAPACITY);
    }

    @Test
    void production_does_not_commence_before_works_started() {
        given(pathTo(Stage.CONSTRUCTION)).when(commenceProduction("2023-05-31")).thenRefused("out-of-order-date");
    }

    @Test
    void production_may_be_dated_before_a_report_of_progress() {
        given(
                        registered("2023-01-05"),
                        negotiationOpened("2023-02-01"),
                        contractSigned("2023-03-01"),
                        permittingBegun("2023-04-01"),
                        constructionStarted("2023-05-01"),
                        progressReported("2023-09-01", 100, 9))
                .when(commenceProduction("2023-08-01"))
                .thenEvents(productionCommenced("2023-08-01"));
    }

    @Test
    void full_capacity_follows_production() {
        given(pathTo(Stage.PRODUCTION))
                .when(reachFullCapacity("2023-09-01"))
                .thenEvents(fullCapacityReached("2023-09-01"))
                .thenStage(Stage.FULL_CAPACITY);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "PRODUCTION")
    void no_other_stage_leads_to_full_capacity(Stage from) {
        given(pathTo(from)).when(reachFullCapacity("2023-09-01")).thenRefused("wrong-stage");
    }

    @Test
    void full_capacity_is_not_reached_before_production() {
        given(pathTo(Stage.PRODUCTION)).when(reachFullCapacity("2023-06-30")).thenRefused("out-of-order-date");
        given(pathTo(Stage.PRODUCTION))
                .when(reachFullCapacity("2023-07-01"))
                .thenEvents(fullCapacityReached("2023-07-01"));
    }
}
