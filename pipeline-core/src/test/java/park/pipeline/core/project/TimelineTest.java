package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static park.pipeline.core.project.SampleCommands.amend;
import static park.pipeline.core.project.SampleCommands.correctDate;
import static park.pipeline.core.project.SampleCommands.logContact;
import static park.pipeline.core.project.SampleEvents.intentSigned;
import static park.pipeline.core.project.SampleEvents.negotiationOpened;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.permitGranted;
import static park.pipeline.core.project.SampleEvents.permitWaived;
import static park.pipeline.core.project.SampleEvents.registered;
import static park.pipeline.core.project.SampleEvents.reopened;
import static park.pipeline.core.project.SampleEvents.withdrawn;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import park.pipeline.core.project.StageEntry.By;

class TimelineTest {
    @Test
    void the_version_counts_every_event() {
        assertThat(Timeline.EMPTY.version()).isZero();
        assertThat(Story.of(pathTo(Stage.FULL_CAPACITY))
                        .after(logContact("2023-09-01"), correctDate(Stage.FULL_CAPACITY, "2023-09-02"))
                        .timeline()
                        .version())
                .isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2, 4})
    void an_event_that_is_not_the_next_stops_the_fold(long sequence) {
        Timeline timeline = Story.of(pathTo(Stage.NEGOTIATION)).timeline();
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        timeline.after(new Recorded(Story.id(9), sequence, Instant.EPOCH, intentSigned("2023-03-01"))));
    }

    @Test
    void a_stream_without_a_registration_has_neither_stage_nor_profile() {
        assertThatIllegalStateException().isThrownBy(Timeline.EMPTY::stage);
        assertThatIllegalStateException().isThrownBy(Timeline.EMPTY::profile);
    }

    @Test
    void an_entry_knows_its_event_its_place_and_when_it_was_recorded() {
        Story story = Story.of(pathTo(Stage.INTENT));
        assertThat(story.timeline().latestStage())
                .isEqualTo(new Entry<>(
                        LocalDate.parse("2023-03-01"),
                        new StageEntry(Stage.INTENT, By.MILESTONE),
                        Story.id(3),
                        3,
                        story.facts().getLast().recordedAt()));
    }

    @Test
    void the_stage_before_an_entry_is_that_of_the_entry_before() {
        Timeline timeline = Story.of(pathTo(Stage.WITHDRAWN)).timeline();
        assertThat(timeline.stageBefore(timeline.latestStage())).isEqualTo(Stage.NEGOTIATION);
        assertThat(timeline.stageBefore(timeline.series().stages().entries().getFirst()))
                .isNull();
    }

    @Test
    void each_way_into_a_stage_has_its_name() {
        assertThat(Story.of(registered("2023-01-05"), withdrawn("2023-02-01"), reopened("2023-03-01", Stage.LEAD))
                        .and(negotiationOpened("2023-04-01"))
                        .timeline()
                        .series()
                        .stages()
                        .entries())
                .extracting(e -> e.value().by())
                .containsExactly(By.REGISTRATION, By.WITHDRAWAL, By.REOPENING, By.MILESTONE);
    }

    @Test
    void a_permit_waived_or_granted_is_kept_with_its_day() {
        Permits permits = Story.of(pathTo(Stage.PERMITTING))
                .and(permitGranted("2023-05-02", Permit.EIA), permitWaived("2023-05-03", Permit.LAND))
                .timeline()
                .permits();
        assertThat(permits.settlement(Permit.EIA))
                .isEqualTo(new Settlement(Permit.EIA, false, LocalDate.parse("2023-05-02"), null, Story.id(6), 6));
        assertThat(permits.settlement(Permit.LAND))
                .isEqualTo(new Settlement(Permit.LAND, true, LocalDate.parse("2023-05-03"), null, Story.id(7), 7));
        assertThat(permits.settlement(Permit.FILING)).isNull();
    }

    @Test
    void the_amended_profile_holds_for_the_whole_timeline() {
        Timeline timeline = Story.of(registered("2023-01-05"))
                .after(amend("2024-01-01", Amendments.name("碳纤维二期")))
                .timeline();
        assertThat(timeline.profile().name()).isEqualTo("碳纤维二期");
        assertThat(timeline.series())
                .isEqualTo(Story.of(registered("2023-01-05")).timeline().series());
    }
}
