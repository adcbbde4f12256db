package park.pipeline.projections.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import park.pipeline.core.log.Commit;
import park.pipeline.core.log.Database;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.project.Timeline;
import park.pipeline.projections.history.LatestEvents.Until;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter.Conditions;
import park.pipeline.projections.view.Question;
import park.pipeline.projections.view.RawProject;
import park.pipeline.projections.view.Workshop;

/** The newest events are the tail of the log as known at an instant. */
class LatestEventsTest {
    @ParameterizedTest
    @CsvSource({"H2_IN_MEMORY, 1, 10", "POSTGRESQL, 101, 3"})
    void the_newest_events_equal_the_tail_of_the_log(Database database, long firstSeed, int seeds) {
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            try (Workshop workshop = new Workshop(database, HistoryView::new).record(seed, 6)) {
                workshop.feedAll();
                Random random = new Random(seed);
                for (int i = 0; i < 20; i++) {
                    Instant knownAt = Question.random(workshop, random).knownAt();
                    int limit = random.nextInt(30);
                    assertThat(queries(workshop).newest(knownAt, limit).answer())
                            .as("seed %s, %s of %s", seed, limit, knownAt)
                            .isEqualTo(tail(workshop, workshop.commits(), knownAt, limit));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Database.class,
            names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void a_view_that_is_behind_shows_what_it_has_taken_in(Database database) {
        try (Workshop workshop = new Workshop(database, HistoryView::new).record(5, 6)) {
            assertThat(queries(workshop).newest(null, 10)).isEqualTo(new Positioned<>(List.of(), 0));
            List<Commit> half = workshop.commits().subList(0, workshop.commits().size() / 2);
            workshop.feed(half, 50);
            Instant last = half.getLast().recordedAt();
            List<LatestEvent> expected = tail(workshop, half, last, 10);
            for (Instant knownAt : new @Nullable Instant[] {null, last, last.plusSeconds(10_000_000)}) {
                assertThat(queries(workshop).newest(knownAt, 10))
                        .isEqualTo(new Positioned<>(expected, half.getLast().position()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"H2_IN_MEMORY, 1, 10", "POSTGRESQL, 101, 3"})
    void those_of_some_projects_up_to_a_day_equal_the_same_of_the_log(Database database, long firstSeed, int seeds) {
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            try (Workshop workshop = new Workshop(database, HistoryView::new).record(seed, 6)) {
                workshop.feedAll();
                Random random = new Random(seed);
                for (int i = 0; i < 20; i++) {
                    Question question = Question.random(workshop, random);
                    UUID left = workshop.projects().getFirst();
                    Until until = new Until(question.day(), end(question.day()), question.knownAt());
                    int limit = 1 + random.nextInt(30);
                    List<LatestEvent> expected =
                            tail(workshop, workshop.commits(), question.knownAt(), Integer.MAX_VALUE).stream()
                                    .filter(e -> !e.projectId().equals(left))
                                    .filter(e -> e.occurredOn() == null
                                            ? e.recordedAt().isBefore(until.end())
                                            : !e.occurredOn().isAfter(question.day()))
                                    .limit(limit)
                                    .toList();
                    Conditions projects = new Conditions()
                            .and("project_id in (select stream_id from event_log where stream_id <> ?)", left);
                    assertThat(queries(workshop).newest(projects, until, limit).answer())
                            .as("seed %s, %s of %s", seed, limit, question)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @ParameterizedTest
    @EnumSource(
            value = Database.class,
            names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void before_the_first_event_there_is_none(Database database) {
        try (Workshop workshop = new Workshop(database, HistoryView::new).record(6, 2)) {
            workshop.feedAll();
            Instant before = workshop.commits().getFirst().recordedAt().minusNanos(1_000);
            assertThat(queries(workshop).newest(before, 10).answer()).isEmpty();
        }
    }

    private static LatestEvents queries(Workshop workshop) {
        return new LatestEvents(workshop.jdbc, workshop.reads, workshop.reader);
    }

    private static List<LatestEvent> tail(
            Workshop workshop, List<Commit> commits, @Nullable Instant knownAt, int limit) {
        Map<UUID, String> names = new HashMap<>();
        RawProject.known(workshop, knownAt).forEach(p -> names.put(p.id(), p.name()));
        Map<UUID, Timeline> timelines = new HashMap<>();
        List<LatestEvent> events = new ArrayList<>();
        for (Commit commit : commits) {
            if (knownAt != null && commit.recordedAt().isAfter(knownAt)) {
                continue;
            }
            for (LoggedEvent e : commit.events()) {
                Timeline after =
                        timelines.getOrDefault(e.projectId(), Timeline.EMPTY).after(e.recorded());
                timelines.put(e.projectId(), after);
                events.add(new LatestEvent(
                        e.position(),
                        e.projectId(),
                        names.getOrDefault(e.projectId(), "nobody"),
                        e.recorded().sequence(),
                        e.type(),
                        e.event().occurredOn(),
                        e.recorded().recordedAt(),
                        e.actor(),
                        after.stage()));
            }
        }
        return events.stream()
                .sorted(Comparator.comparing(LatestEvent::position).reversed())
                .limit(limit)
                .toList();
    }
}
