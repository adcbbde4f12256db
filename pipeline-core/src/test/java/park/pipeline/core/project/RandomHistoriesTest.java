package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import park.pipeline.core.project.ProjectEvent.EntryRetracted;
import park.pipeline.core.project.ProjectEvent.MilestoneDateCorrected;
import park.pipeline.core.project.ProjectEvent.ProjectReopened;
import park.pipeline.core.project.RandomHistories.History;

/** A generator that does not get everywhere proves little: these are the places that it must reach. */
class RandomHistoriesTest {
    private static final List<History> MANY =
            LongStream.rangeClosed(1, 600).mapToObj(RandomHistories::ofSeed).toList();

    @Test
    void the_same_seed_gives_the_same_history() {
        assertThat(RandomHistories.ofSeed(17)).isEqualTo(RandomHistories.ofSeed(17));
        assertThat(RandomHistories.ofSeed(17).facts())
                .isNotEqualTo(RandomHistories.ofSeed(18).facts());
    }

    @Test
    void every_event_and_every_command_occurs() {
        assertThat(events().map(Object::getClass).collect(Collectors.toSet()))
                .hasSize(ProjectEvent.class.getPermittedSubclasses().length);
        assertThat(MANY.stream()
                        .flatMap(h -> h.steps().stream())
                        .map(s -> s.command().getClass())
                        .collect(Collectors.toSet()))
                .hasSize(22);
    }

    @Test
    void every_stage_is_entered_moved_and_taken_back() {
        Set<Stage> moved = EnumSet.noneOf(Stage.class);
        Set<Stage> takenBack = EnumSet.noneOf(Stage.class);
        Set<Stage> reopened = EnumSet.noneOf(Stage.class);
        events().forEach(event -> {
            switch (event) {
                case MilestoneDateCorrected e -> moved.add(e.stage());
                case ProjectReopened e -> reopened.add(e.to());
                case EntryRetracted e when e.stage() != null -> takenBack.add(e.stage());
                default -> {}
            }
        });
        assertThat(moved).containsExactly(Stage.values());
        // LEAD only where it was led back to: a registration is for good.
        assertThat(takenBack).containsAll(EnumSet.complementOf(EnumSet.of(Stage.LEAD)));
        assertThat(reopened).containsExactlyElementsOf(EnumSet.range(Stage.LEAD, Stage.CONSTRUCTION));
    }

    @Test
    void everything_that_can_be_taken_back_is() {
        assertThat(events().filter(EntryRetracted.class::isInstance)
                        .map(e -> ((EntryRetracted) e).what())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Retractable.values());
    }

    @Test
    void every_refusal_occurs() {
        assertThat(MANY.stream().flatMap(h -> h.refusals().stream()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "wrong-stage",
                        "out-of-order-date",
                        "future-date",
                        "out-of-range",
                        "permits-missing",
                        "permit-settled",
                        "progress-decreased",
                        "nothing-changed",
                        "nothing-to-retract",
                        "has-dependents");
    }

    @Test
    void histories_are_long_and_recorded_in_order() {
        assertThat(events().count()).isGreaterThan(MANY.size() * 15L);
        assertThat(MANY).allSatisfy(history -> {
            List<Instant> instants = history.steps().stream()
                    .map(step -> step.facts().getFirst().recordedAt())
                    .toList();
            assertThat(instants).isSorted().doesNotHaveDuplicates();
            assertThat(history.facts())
                    .extracting(Recorded::sequence)
                    .isEqualTo(LongStream.rangeClosed(1, history.facts().size())
                            .boxed()
                            .toList());
        });
    }

    private static Stream<ProjectEvent> events() {
        return MANY.stream().flatMap(h -> h.facts().stream()).map(Recorded::event);
    }
}
