package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.amend;
import static park.pipeline.core.project.SampleEvents.PROFILE;
import static park.pipeline.core.project.SampleEvents.amended;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.registered;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AmendTest {
    private static final Capacity CAPACITY = new Capacity(new BigDecimal("14000"), "t/a");

    static List<ProfileChanges> oneOfEach() {
        return List.of(
                Amendments.name("碳纤维二期"),
                Amendments.enterprise(new Enterprise("另一公司", "91350100M000100Y43")),
                Amendments.industry("LITHIUM"),
                Amendments.kind(ProjectKind.EXPANSION),
                Amendments.origin("32"),
                Amendments.chainEffect(ChainEffect.FILL),
                Amendments.capacity(CAPACITY),
                Amendments.landMu("80"),
                Amendments.reference("GH-1"));
    }

    @ParameterizedTest
    @EnumSource
    void a_profile_is_amended_in_every_stage(Stage stage) {
        given(pathTo(stage))
                .when(amend("2023-09-15", Amendments.origin("32")))
                .thenEvents(amended("2023-09-15", Amendments.origin("32")))
                .thenStage(stage);
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void every_field_can_be_amended_and_nothing_else_changes(ProfileChanges changes) {
        Story before = Story.of(registered("2023-01-05"));
        before.when(amend("2023-02-01", changes)).containsExactly(amended("2023-02-01", changes));
        Story after = before.after(amend("2023-02-01", changes));
        assertThat(changes.effectiveOn(after.timeline().profile()).isEmpty()).isTrue();
        assertThat(after.timeline().profile()).isNotEqualTo(before.timeline().profile());
        assertThat(after.timeline().series()).isEqualTo(before.timeline().series());
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void the_same_amendment_twice_changes_nothing(ProfileChanges changes) {
        Story.of(registered("2023-01-05"))
                .after(amend("2023-02-01", changes))
                .refuses(amend("2023-02-02", changes), "nothing-changed");
    }

    @Test
    void an_amendment_of_nothing_changes_nothing() {
        given(registered("2023-01-05"))
                .when(amend("2023-02-01", ProfileChanges.NONE))
                .thenRefused("nothing-changed");
    }

    @Test
    void equal_numbers_are_no_change() {
        Story story = Story.of(registered("2023-01-05"))
                .after(
                        amend("2023-02-01", Amendments.landMu("80")),
                        amend("2023-02-01", Amendments.capacity(CAPACITY)));
        story.refuses(amend("2023-02-02", Amendments.landMu("80.00")), "nothing-changed");
        Capacity same = new Capacity(new BigDecimal("1.4E4"), "t/a");
        story.refuses(amend("2023-02-02", Amendments.capacity(same)), "nothing-changed");
    }

    @Test
    void only_what_differs_is_recorded() {
        ProfileChanges asked = new ProfileChanges(
                new Change<>("碳纤维二期"),
                null,
                new Change<>(PROFILE.industry()),
                null,
                null,
                null,
                null,
                null,
                new Change<>(null));
        given(registered("2023-01-05"))
                .when(amend("2023-02-01", asked))
                .thenEvents(amended("2023-02-01", Amendments.name("碳纤维二期")));
    }

    @Test
    void null_clears_a_field_that_has_a_value() {
        Story story = Story.of(registered("2023-01-05"))
                .after(
                        amend("2023-02-01", Amendments.origin("32")),
                        amend("2023-02-01", Amendments.chainEffect(ChainEffect.FILL)),
                        amend("2023-02-01", Amendments.capacity(CAPACITY)),
                        amend("2023-02-01", Amendments.landMu("80")),
                        amend("2023-02-01", Amendments.reference("GH-1")));
        Story cleared = story.after(
                amend("2023-02-02", Amendments.origin(null)),
                amend("2023-02-02", Amendments.chainEffect(null)),
                amend("2023-02-02", Amendments.capacity(null)),
                amend("2023-02-02", Amendments.landMu(null)),
                amend("2023-02-02", Amendments.reference(null)));
        assertThat(cleared.timeline().profile()).isEqualTo(PROFILE);
        cleared.refuses(amend("2023-02-03", Amendments.reference(null)), "nothing-changed");
    }

    @Test
    void an_amendment_may_be_dated_before_the_registration() {
        given(registered("2023-01-05"))
                .when(amend("2020-01-01", Amendments.origin("32")))
                .thenEvents(amended("2020-01-01", Amendments.origin("32")));
    }
}
