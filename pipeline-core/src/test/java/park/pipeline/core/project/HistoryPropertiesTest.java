package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.RandomHistories.fold;
import static park.pipeline.core.project.RandomHistories.forMany;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import park.pipeline.core.project.ProjectEvent.MilestoneDateCorrected;
import park.pipeline.core.project.RandomHistories.History;
import park.pipeline.core.project.RandomHistories.Step;

/** What holds of every history that the decisions let through. */
class HistoryPropertiesTest {
    private static final int MANY = 600;

    @Test
    void every_series_stays_in_order_after_every_event() {
        forMany(
                MANY,
                history -> forEveryMoment(history, timeline -> {
                    DatedSeries series = timeline.series();
                    for (Series<?> one :
                            List.of(series.stages(), series.investment(), series.team(), series.progress())) {
                        assertThat(one.entries()).extracting(Entry::day).isSorted();
                        assertThat(one.entries()).extracting(Entry::eventId).doesNotHaveDuplicates();
                    }
                }));
    }

    @Test
    void folding_on_changes_no_earlier_timeline() {
        forMany(MANY, history -> {
            List<Timeline> kept = new ArrayList<>();
            List<String> written = new ArrayList<>();
            forEveryMoment(history, timeline -> {
                kept.add(timeline);
                written.add(timeline.toString());
            });
            for (int known = 1; known <= kept.size(); known++) {
                assertThat(kept.get(known - 1))
                        .isEqualTo(fold(history.facts().subList(0, known)))
                        .hasToString(written.get(known - 1));
            }
        });
    }

    @Test
    void permits_progress_and_contacts_stay_above_their_floors() {
        forMany(
                MANY,
                history -> forEveryMoment(history, timeline -> {
                    Permits permits = timeline.permits();
                    notBefore(permits.firstDay(), milestone(timeline, Stage.PERMITTING));
                    notBefore(milestone(timeline, Stage.CONSTRUCTION), permits.lastDay());
                    notBefore(
                            timeline.contacts().first(),
                            timeline.series().stages().entries().getFirst().day());
                    List<Entry<Progress>> reports = timeline.series().progress().entries();
                    if (!reports.isEmpty()) {
                        notBefore(reports.getFirst().day(), milestone(timeline, Stage.CONSTRUCTION));
                    }
                    assertThat(reports).extracting(e -> e.value().percent()).isSorted();
                    assertThat(reports).extracting(e -> e.value().paidInCny()).isSorted();
                }));
    }

    @Test
    void a_moved_milestone_can_always_be_moved_back() {
        forMany(
                MANY,
                history -> forEveryStep(history, (before, step, after) -> {
                    if (step.facts().getFirst().event() instanceof MilestoneDateCorrected moved) {
                        var back = SampleCommands.correctDate(
                                moved.stage(), moved.was().toString());
                        assertThat(next(after, back, step.today()).series()).isEqualTo(before.series());
                    }
                }));
    }

    @Test
    void a_stage_taken_back_at_once_leaves_all_as_it_was() {
        forMany(
                MANY,
                history -> forEveryStep(history, (before, step, after) -> {
                    Entry<StageEntry> latest = after.latestStage();
                    if (before.version() > 0
                            && latest.eventId().equals(step.facts().getFirst().eventId())) {
                        Timeline back = next(after, SampleCommands.retractStage(), step.today());
                        assertThat(back.series()).isEqualTo(before.series());
                        assertThat(back.facts()).isEqualTo(before.facts());
                        assertThat(back.permits()).isEqualTo(before.permits());
                    }
                }));
    }

    @Test
    void what_was_taken_and_released_adds_up_to_what_is_held() {
        forMany(MANY, history -> {
            Set<Claim> held = new HashSet<>();
            forEveryStep(history, (before, step, after) -> {
                ClaimChange change = ClaimChange.of(
                        before, step.facts().stream().map(Recorded::event).toList());
                assertThat(held).containsAll(change.released());
                assertThat(change.taken()).noneMatch(held::contains);
                held.removeAll(change.released());
                held.addAll(change.taken());
                assertThat(held).isEqualTo(Claim.of(after));
            });
        });
    }

    private static void forEveryMoment(History history, Consumer<Timeline> look) {
        Timeline timeline = Timeline.EMPTY;
        for (Recorded fact : history.facts()) {
            timeline = timeline.after(fact);
            look.accept(timeline);
        }
    }

    private interface StepLook {
        void accept(Timeline before, Step step, Timeline after);
    }

    private static void forEveryStep(History history, StepLook look) {
        Timeline before = Timeline.EMPTY;
        for (Step step : history.steps()) {
            Timeline after = fold(before, step.facts());
            look.accept(before, step, after);
            before = after;
        }
    }

    private static Timeline next(Timeline timeline, ProjectCommand ask, LocalDate today) {
        ProjectEvent event = Decision.of(ask, timeline, today).getFirst();
        return timeline.after(new Recorded(Story.id(0), timeline.version() + 1, Instant.EPOCH, event));
    }

    private static @Nullable LocalDate milestone(Timeline timeline, Stage stage) {
        Entry<StageEntry> entry = timeline.series().stages().latest(e -> e.isMilestone(stage));
        return entry == null ? null : entry.day();
    }

    private static void notBefore(@Nullable LocalDate day, @Nullable LocalDate floor) {
        if (day != null && floor != null) {
            assertThat(day).isAfterOrEqualTo(floor);
        }
    }
}
