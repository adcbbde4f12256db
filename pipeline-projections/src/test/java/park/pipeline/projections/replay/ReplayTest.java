package park.pipeline.projections.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import park.pipeline.core.log.Commit;
import park.pipeline.core.log.Database;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.project.ProjectEvent.EntryRetracted;
import park.pipeline.core.project.ProjectEvent.IntentSigned;
import park.pipeline.core.project.ProjectEvent.MilestoneDateCorrected;
import park.pipeline.core.project.ProjectEvent.PermitWaived;
import park.pipeline.projections.history.HistoryView;
import park.pipeline.projections.project.ProjectAsOf;
import park.pipeline.projections.view.Workshop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A replay tells how each state came about, and ends at the present one. */
class ReplayTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate TODAY = LocalDate.of(2031, 1, 1);

    @ParameterizedTest
    @CsvSource({"H2_IN_MEMORY, 1, 12", "POSTGRESQL, 101, 2"})
    void the_state_after_the_last_step_is_the_live_one_and_each_begins_where_the_one_before_it_ended(
            Database database, long first, int seeds) {
        forEachProject(database, first, seeds, (workshop, project, random) -> {
            List<ReplayStep> steps = whole(workshop, project, null, 1 + random.nextInt(9));
            ProjectAsOf live = new ProjectAsOf(workshop.reader);
            assertThat(steps).hasSameSizeAs(workshop.known(project, Instant.MAX));
            assertThat(steps.getFirst().before()).isNull();
            for (int i = 1; i < steps.size(); i++) {
                assertThat(steps.get(i).before()).isEqualTo(steps.get(i - 1).after());
                assertThat(steps.get(i).after().version()).isEqualTo(i + 1L);
            }
            assertThat(steps.getLast().after())
                    .isEqualTo(live.find(project, TODAY, null).answer().orElseThrow());
        });
    }

    @ParameterizedTest
    @CsvSource({"H2_IN_MEMORY, 201, 8", "POSTGRESQL, 301, 1"})
    void an_instant_stops_the_replay_at_the_state_known_then(Database database, long first, int seeds) {
        forEachProject(database, first, seeds, (workshop, project, random) -> {
            List<ReplayStep> steps = whole(workshop, project, null, 500);
            ProjectAsOf then = new ProjectAsOf(workshop.reader);
            for (Commit commit : workshop.commits()) {
                Instant knownAt = commit.recordedAt().plusNanos(random.nextInt(2));
                List<ReplayStep> known = whole(workshop, project, knownAt, 500);
                assertThat(known).isEqualTo(steps.subList(0, known.size()));
                assertThat(known.isEmpty() ? null : known.getLast().after())
                        .isEqualTo(then.find(project, TODAY, knownAt).answer().orElse(null));
            }
        });
    }

    @Test
    void the_changes_are_all_that_differs_in_the_states_as_they_are_shown() {
        Set<String> seen = new HashSet<>();
        forEachProject(Database.H2_IN_MEMORY, 401, 8, (workshop, project, random) -> {
            for (ReplayStep step : whole(workshop, project, null, 500)) {
                JsonNode before = JSON.valueToTree(step.before());
                JsonNode after = JSON.valueToTree(step.after());
                Set<String> fields = new HashSet<>(after.propertyNames());
                fields.addAll(before.propertyNames());
                for (FieldChange change : step.changed()) {
                    assertThat(fields.remove(change.field())).isTrue();
                    JsonNode from = JSON.valueToTree(change.from());
                    JsonNode to = JSON.valueToTree(change.to());
                    assertThat(from).isNotEqualTo(to).isEqualTo(shown(before, change.field()));
                    assertThat(to).isEqualTo(shown(after, change.field()));
                    seen.add(change.field());
                }
                fields.forEach(field -> assertThat(shown(after, field)).isEqualTo(shown(before, field)));
            }
        });
        assertThat(seen)
                .contains("stage", "investmentCny", "paidInCny", "milestones", "permits", "team", "industry")
                .contains("withdrawnFrom", "capacity", "version");
    }

    @Test
    void a_step_says_who_when_why_by_which_document_and_what_it_corrects() {
        forEachProject(Database.H2_IN_MEMORY, 501, 8, (workshop, project, random) -> {
            List<LoggedEvent> events = workshop.reader.streams().of(project, 1, Long.MAX_VALUE);
            List<ReplayStep> steps = whole(workshop, project, null, 500);
            for (int i = 0; i < events.size(); i++) {
                LoggedEvent event = events.get(i);
                ReplayStep step = steps.get(i);
                assertThat(step.sequence()).isEqualTo(i + 1L);
                assertThat(step.eventId()).isEqualTo(event.recorded().eventId());
                assertThat(step.recordedAt()).isEqualTo(event.recorded().recordedAt());
                assertThat(step.occurredOn()).isEqualTo(event.event().occurredOn());
                assertThat(List.of(step.type(), step.actor())).isEqualTo(List.of(event.type(), "tester"));
                switch (event.event()) {
                    case IntentSigned e -> assertThat(step.documentNo()).isEqualTo(e.documentNo());
                    case PermitWaived e -> {
                        assertThat(step.reason()).isEqualTo(e.reason());
                        assertThat(step.documentNo()).isEqualTo(e.documentNo());
                    }
                    case EntryRetracted e -> {
                        assertThat(step.reason()).isEqualTo(e.reason());
                        assertThat(step.corrects()).isEqualTo(e.corrects());
                    }
                    case MilestoneDateCorrected e -> {
                        assertThat(step.reason()).isEqualTo(e.reason());
                        assertThat(step.corrects()).isEqualTo(e.corrects());
                    }
                    default -> assertThat(step.corrects()).isNull();
                }
            }
        });
    }

    @Test
    void what_is_not_known_is_not_replayed() {
        try (Workshop workshop = new Workshop(Database.H2_IN_MEMORY, HistoryView::new).record(1, 1)) {
            Replay replay = new Replay(workshop.reader);
            UUID project = workshop.projects().getFirst();
            assertThat(replay.of(UUID.randomUUID(), null, 0, 50).answer()).isEmpty();
            assertThat(replay.of(project, Instant.EPOCH, 0, 50).answer()).isEmpty();
        }
    }

    private interface Property {
        void of(Workshop workshop, UUID project, Random random);
    }

    private static void forEachProject(Database database, long first, int seeds, Property property) {
        for (long seed = first; seed < first + seeds; seed++) {
            try (Workshop workshop = new Workshop(database, HistoryView::new).record(seed, 3)) {
                for (UUID project : workshop.projects()) {
                    property.of(workshop, project, new Random(seed));
                }
            } catch (AssertionError e) {
                throw new AssertionError("Fails for seed " + seed, e);
            }
        }
    }

    /** All steps, page after page. */
    private static List<ReplayStep> whole(Workshop workshop, UUID project, @Nullable Instant knownAt, int limit) {
        Replay replay = new Replay(workshop.reader);
        List<ReplayStep> steps = new ArrayList<>();
        ReplayPage page;
        do {
            page = replay.of(project, knownAt, steps.size(), limit).answer().orElse(new ReplayPage(List.of(), false));
            assertThat(page.steps()).hasSizeLessThanOrEqualTo(limit);
            steps.addAll(page.steps());
        } while (page.more());
        return steps;
    }

    /** A field that is left out counts as null, as one of no state does. */
    private static JsonNode shown(JsonNode state, String field) {
        JsonNode value = state.get(field);
        return value == null ? JSON.nullNode() : value;
    }
}
