package park.pipeline.projections.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import park.pipeline.core.log.Database;
import park.pipeline.core.project.Investment;
import park.pipeline.core.project.NaiveHistory.Entered;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.stage.StuckQueries.Stuck;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.Question;
import park.pipeline.projections.view.RawProject;
import park.pipeline.projections.view.Workshop;

/** Who waits since when equals a recount of every project from its raw events, for any day, instant and filter. */
class StuckTest {
    /** What a recount finds of a project, with what the order goes by. */
    private record Waiting(StuckRow row, LocalDate registered) {}

    private record StuckRow(
            String projectId,
            String name,
            String enterprise,
            Stage stage,
            LocalDate since,
            long days,
            @Nullable Long investmentCny,
            @Nullable String team) {
        static StuckRow of(StuckProject p) {
            return new StuckRow(
                    p.projectId().toString(),
                    p.name(),
                    p.enterprise().name(),
                    p.stage(),
                    p.since(),
                    p.days(),
                    p.investmentCny(),
                    p.team());
        }
    }

    @ParameterizedTest
    @CsvSource({"H2_IN_MEMORY, 1, 20", "POSTGRESQL, 101, 4"})
    void those_that_wait_longest_equal_a_recount(Database database, long firstSeed, int seeds) {
        int seen = 0;
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            try (Workshop workshop = new Workshop(database, StageView::new).record(seed, 12)) {
                workshop.feedAll();
                Random random = new Random(seed);
                for (int i = 0; i < 30; i++) {
                    seen += compare(workshop, Question.random(workshop, random), 1 + random.nextInt(6));
                }
            } catch (AssertionError e) {
                throw new AssertionError("Fails for seed " + seed, e);
            }
        }
        assertThat(seen).as("projects found waiting").isGreaterThan(100);
    }

    /** What is recorded behind the view's position is not in its names either. */
    @ParameterizedTest
    @CsvSource({"H2_IN_MEMORY, 7", "POSTGRESQL, 8"})
    void a_view_that_is_behind_answers_as_it_did_when_it_was_not(Database database, long seed) {
        try (Workshop workshop = new Workshop(database, StageView::new).record(seed, 12)) {
            var half = workshop.commits().subList(0, workshop.commits().size() / 2);
            workshop.feed(half, 50);
            LocalDate day = LocalDate.of(2022, 6, 1);
            var ask = new Question(day, null, ProjectFilter.ALL);
            var then = new Question(day, half.getLast().recordedAt(), ask.filter());
            Positioned<Stuck> behind = queries(workshop).signedNotStarted(day, null, ask.filter(), 99);
            assertThat(behind.position()).isEqualTo(half.getLast().position());
            assertThat(rows(behind))
                    .isEqualTo(signed(workshop, then).map(Waiting::row).toList())
                    .isNotEmpty();
        }
    }

    private static int compare(Workshop workshop, Question ask, int limit) {
        StuckQueries queries = queries(workshop);
        var signed = queries.signedNotStarted(ask.day(), ask.knownAt(), ask.filter(), limit);
        var started = queries.startedNotProducing(ask.day(), ask.knownAt(), ask.filter(), limit);
        int waiting = compare(signed, signed(workshop, ask).toList(), limit, ask);
        return waiting + compare(started, started(workshop, ask).toList(), limit, ask);
    }

    private static int compare(Positioned<Stuck> found, List<Waiting> expected, int limit, Question ask) {
        assertThat(found.answer().total()).as(ask.toString()).isEqualTo(expected.size());
        assertThat(rows(found))
                .as(ask.toString())
                .isEqualTo(expected.stream().limit(limit).map(Waiting::row).toList());
        return expected.size();
    }

    private static StuckQueries queries(Workshop workshop) {
        return new StuckQueries(workshop.jdbc, workshop.reads, workshop.reader);
    }

    private static List<StuckRow> rows(Positioned<Stuck> found) {
        return found.answer().projects().stream().map(StuckRow::of).toList();
    }

    private static Stream<Waiting> signed(Workshop workshop, Question ask) {
        return waiting(
                workshop,
                ask,
                List.of(Stage.CONTRACT, Stage.PERMITTING),
                entries -> entries.stream()
                        .filter(e -> e.stage() == Stage.CONTRACT)
                        .findFirst()
                        .or(() -> entries.stream()
                                .filter(e -> e.stage() == Stage.PERMITTING)
                                .findFirst())
                        .orElseThrow());
    }

    private static Stream<Waiting> started(Workshop workshop, Question ask) {
        return waiting(
                workshop,
                ask,
                List.of(Stage.CONSTRUCTION),
                entries -> entries.stream()
                        .filter(e -> e.stage() == Stage.CONSTRUCTION && !e.day().isAfter(ask.day()))
                        .reduce((earlier, later) -> later)
                        .orElseThrow());
    }

    private interface Counts {
        Entered from(List<Entered> entries);
    }

    private static Stream<Waiting> waiting(Workshop workshop, Question ask, List<Stage> stages, Counts counts) {
        return RawProject.known(workshop, ask.knownAt()).stream()
                .filter(p -> p.passes(ask.filter(), ask.day()))
                .map(p -> waiting(p, ask, stages, counts))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing((Waiting w) -> w.row().since())
                        .thenComparing(Waiting::registered)
                        .thenComparing(w -> w.row().projectId()));
    }

    private static @Nullable Waiting waiting(RawProject project, Question ask, List<Stage> stages, Counts counts) {
        Stage stage = project.history().stageOn(ask.day());
        if (stage == null || !stages.contains(stage)) {
            return null;
        }
        List<Entered> entries = project.history().stageEntries();
        LocalDate since = counts.from(entries).day();
        Investment investment = project.history().investmentOn(ask.day());
        StuckRow row = new StuckRow(
                project.id().toString(),
                project.name(),
                project.enterprise(),
                stage,
                since,
                ChronoUnit.DAYS.between(since, ask.day()),
                investment == null ? null : investment.amountCny(),
                project.teamOn(ask.day()));
        return new Waiting(row, entries.getFirst().day());
    }
}
