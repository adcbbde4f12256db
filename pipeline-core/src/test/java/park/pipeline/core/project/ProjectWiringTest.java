package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.correctDate;
import static park.pipeline.core.project.SampleCommands.importProject;
import static park.pipeline.core.project.SampleCommands.on;
import static park.pipeline.core.project.SampleCommands.register;
import static park.pipeline.core.project.SampleCommands.retractStage;
import static park.pipeline.core.project.SampleCommands.signIntent;
import static park.pipeline.core.project.SampleCommands.withdraw;
import static park.pipeline.core.project.SampleEvents.amended;
import static park.pipeline.core.project.SampleEvents.contactLogged;
import static park.pipeline.core.project.SampleEvents.intentSigned;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.registered;
import static park.pipeline.core.project.SampleEvents.withdrawn;

import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only the aggregate does: its handlers, the version that the caller has seen, the claims on their way to the log. */
class ProjectWiringTest {
    @Test
    void every_command_has_exactly_one_handler_and_every_handler_knows_the_day() {
        List<Executable> handlers = Stream.concat(
                        Arrays.stream(Project.class.getDeclaredConstructors()),
                        Arrays.stream(Project.class.getDeclaredMethods()))
                .map(Executable.class::cast)
                .filter(e -> e.isAnnotationPresent(CommandHandler.class))
                .toList();
        assertThat(handlers.stream().map(h -> h.getParameterTypes()[0]))
                .containsExactlyInAnyOrderElementsOf(
                        leaves(ProjectCommand.class).toList())
                .hasSize(22);
        assertThat(handlers)
                .allSatisfy(h -> assertThat(Arrays.stream(h.getParameters())
                                .map(p -> p.getAnnotation(MetaDataValue.class))
                                .filter(Objects::nonNull))
                        .as("%s", h)
                        .singleElement()
                        .matches(m -> m.value().equals(Project.TODAY) && m.required()));
    }

    @Test
    void a_command_whose_version_is_the_present_one_is_decided() {
        given(pathTo(Stage.NEGOTIATION)).whenSeenAt(2, signIntent("2023-03-01")).thenEvents(intentSigned("2023-03-01"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3})
    void a_command_for_another_version_is_stale(long seen) {
        given(pathTo(Stage.NEGOTIATION))
                .whenSeenAt(seen, signIntent("2023-03-01"))
                .thenStale(seen, 2);
    }

    @Test
    void staleness_is_said_before_any_rule() {
        given(pathTo(Stage.WITHDRAWN)).whenSeenAt(1, signIntent("2033-03-01")).thenStale(1, 3);
    }

    @Test
    void an_event_that_no_stage_follows_counts_in_the_version_too() {
        given(registered("2023-01-05"), contactLogged("2023-01-06"), amended("2023-01-07", Amendments.origin("32")))
                .whenSeenAt(3, withdraw("2023-02-01"))
                .thenEvents(withdrawn("2023-02-01"));
    }

    @Test
    void a_registration_takes_its_claims_to_the_log() {
        given().when(register("2023-01-05"))
                .thenClaims(new ClaimChange(
                        Claim.of(Story.of(registered("2023-01-05")).timeline()), Set.of()));
    }

    @Test
    void an_import_takes_the_claims_of_the_whole_row_on_its_last_event() {
        given().when(importProject("2023-01-05", on("2023-02-01", Stage.INTENT), on("2023-03-01", Stage.CONTRACT)))
                .thenClaims(new ClaimChange(
                        Claim.of(Story.of(registered("2023-01-05")).timeline()), Set.of()));
    }

    @Test
    void a_withdrawal_gives_its_claims_back() {
        given(registered("2023-01-05"))
                .when(withdraw("2023-02-01"))
                .thenClaims(new ClaimChange(
                        Set.of(), Claim.of(Story.of(registered("2023-01-05")).timeline())));
    }

    @Test
    void most_commands_change_no_claims() {
        given(registered("2023-01-05")).when(signIntent("2023-02-01")).thenClaims(ClaimChange.NONE);
    }

    @Test
    void events_of_a_correction_reach_the_timeline_of_the_aggregate() {
        given(pathTo(Stage.INTENT)).when(retractStage()).thenStage(Stage.NEGOTIATION);
        given(pathTo(Stage.INTENT))
                .when(correctDate(Stage.INTENT, "2023-03-02"))
                .thenStage(Stage.INTENT);
    }

    private static Stream<Class<?>> leaves(Class<?> sort) {
        return sort.isSealed() ? Arrays.stream(sort.getPermittedSubclasses()).flatMap(s -> leaves(s)) : Stream.of(sort);
    }
}
