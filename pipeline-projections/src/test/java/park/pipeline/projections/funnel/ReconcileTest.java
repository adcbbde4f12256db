package park.pipeline.projections.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import park.pipeline.core.log.Commit;
import park.pipeline.core.log.Database;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.project.Investment;
import park.pipeline.core.project.NaiveHistory;
import park.pipeline.core.project.ProjectEvent.LeadRegistered;
import park.pipeline.core.project.ProjectEvent.ProfileAmended;
import park.pipeline.core.project.Recorded;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.Question;
import park.pipeline.projections.view.Workshop;

/** What explains the difference of two reports adds up to it, to the yuan, for any day, instants and filter. */
class ReconcileTest {
    /** All pages of one answer. */
    private record Whole(List<ReconciledStage> stages, List<ExplainingEvent> events) {}

    @ParameterizedTest
    @CsvSource({"H2_IN_MEMORY, 1, 12", "POSTGRESQL, 101, 3"})
    void the_shares_of_the_events_add_up_to_the_difference_of_the_reports(Database database, long first, int seeds) {
        for (long seed = first; seed < first + seeds; seed++) {
            try (Workshop workshop = new Workshop(database, FunnelView::new).record(seed, 8)) {
                workshop.feedAll();
                Random random = new Random(seed);
                for (int i = 0; i < 40; i++) {
                    Question one = Question.random(workshop, random);
                    Instant knownAt1 = one.knownAt() == null ? Instant.EPOCH : one.knownAt();
                    Instant knownAt2 = Question.random(workshop, random).knownAt();
                    // each page costs what a whole answer costs: every fourth one comes in pages
                    int limit = i % 4 == 0 ? 1 + random.nextInt(9) : 500;
                    compare(workshop, one.day(), knownAt1, knownAt2, one.filter(), limit);
                }
            } catch (AssertionError e) {
                throw new AssertionError("Fails for seed " + seed, e);
            }
        }
    }

    /** Several events of one import row have one instant, but each its own share. */
    @ParameterizedTest
    @CsvSource({"H2_IN_MEMORY, 201, 6", "POSTGRESQL, 301, 1"})
    void each_event_has_the_share_by_which_its_project_differs_with_and_without_it(
            Database database, long first, int seeds) {
        for (long seed = first; seed < first + seeds; seed++) {
            try (Workshop workshop = new Workshop(database, FunnelView::new).record(seed, 8)) {
                workshop.feedAll();
                LocalDate day = Question.day(new Random(seed));
                Map<UUID, Map<Stage, StageShare>> expected = new HashMap<>();
                for (UUID project : workshop.projects()) {
                    List<Recorded> facts = workshop.known(project, Instant.MAX);
                    Map<Stage, StageShare> before = Map.of();
                    for (int i = 0; i < facts.size(); i++) {
                        Map<Stage, StageShare> after = report(new NaiveHistory(facts.subList(0, i + 1)), day);
                        expected.put(facts.get(i).eventId(), difference(before, after));
                        before = after;
                    }
                }
                expected.values().removeIf(Map::isEmpty);
                Map<UUID, Map<Stage, StageShare>> found = new HashMap<>();
                whole(workshop, day, Instant.EPOCH, null, ProjectFilter.ALL, 50)
                        .events()
                        .forEach(event -> found.put(event.eventId(), sums(List.of(event))));
                assertThat(found).as("seed %s, %s", seed, day).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"H2_IN_MEMORY, 8", "POSTGRESQL, 8"})
    void an_event_says_who_recorded_what_and_why_and_what_the_project_was_called(Database database, long seed) {
        try (Workshop workshop = new Workshop(database, FunnelView::new).record(seed, 8)) {
            workshop.feedAll();
            List<Commit> commits = workshop.commits();
            Instant middle = commits.get(commits.size() / 2).recordedAt();
            List<ExplainingEvent> events = whole(
                            workshop, LocalDate.of(9999, 12, 31), Instant.EPOCH, middle, ProjectFilter.ALL, 500)
                    .events();
            assertThat(events).anyMatch(e -> e.reason() != null).anyMatch(e -> e.corrects() != null);
            for (ExplainingEvent event : events) {
                LoggedEvent logged =
                        workshop.reader.at(List.of(event.position())).getFirst();
                assertThat(event.eventId()).isEqualTo(logged.recorded().eventId());
                assertThat(event.projectId()).isEqualTo(logged.projectId());
                assertThat(event.sequence()).isEqualTo(logged.recorded().sequence());
                assertThat(event.recordedAt())
                        .isEqualTo(logged.recorded().recordedAt())
                        .isBeforeOrEqualTo(middle);
                assertThat(event.occurredOn()).isEqualTo(logged.event().occurredOn());
                assertThat(List.of(event.type(), event.actor())).isEqualTo(List.of(logged.type(), "tester"));
                assertThat(event.projectName()).isEqualTo(nameKnownAt(workshop, event, middle));
                if (logged.event() instanceof ProfileAmended amended) {
                    assertThat(event.reason()).isEqualTo(amended.reason());
                }
            }
        }
    }

    private static void compare(
            Workshop workshop,
            LocalDate day,
            Instant knownAt1,
            @Nullable Instant knownAt2,
            ProjectFilter filter,
            int limit) {
        FunnelQueries funnel = new FunnelQueries(new KeptLedger(workshop.jdbc, workshop.reads));
        List<FunnelRow> first = funnel.funnel(day, knownAt1, filter).answer();
        List<FunnelRow> second = funnel.funnel(day, knownAt2, filter).answer();
        Whole whole = whole(workshop, day, knownAt1, knownAt2, filter, limit);
        String question = "%s, %s to %s, %s".formatted(day, knownAt1, knownAt2, filter);
        assertThat(whole.stages()).as(question).isEqualTo(pairs(first, second));
        assertThat(sums(whole.events())).as(question).isEqualTo(difference(first, second));
        assertThat(whole.events())
                .extracting(ExplainingEvent::position)
                .isSorted()
                .doesNotHaveDuplicates();
        for (ExplainingEvent event : whole.events()) {
            boolean knownTo1 = !event.recordedAt().isAfter(knownAt1);
            boolean knownTo2 = knownAt2 == null || !event.recordedAt().isAfter(knownAt2);
            assertThat(knownTo1).as("%s, %s", question, event).isNotEqualTo(knownTo2);
            assertThat(event.shares())
                    .isNotEmpty()
                    .extracting(StageShare::stage)
                    .isSorted();
        }
    }

    private static Whole whole(
            Workshop workshop,
            LocalDate day,
            Instant knownAt1,
            @Nullable Instant knownAt2,
            ProjectFilter filter,
            int limit) {
        ReconcileQueries queries = new ReconcileQueries(workshop.jdbc, workshop.reads, workshop.reader);
        List<ExplainingEvent> events = new ArrayList<>();
        List<ReconciledPage> pages = new ArrayList<>();
        long after = 0;
        Reconciliation page;
        do {
            ReconciledPage found =
                    queries.page(day, knownAt1, knownAt2, filter, after, limit).answer();
            page = found.page();
            assertThat(page)
                    .isEqualTo(queries.reconcile(day, knownAt1, knownAt2, filter, after, limit)
                            .answer());
            pages.add(found);
            assertThat(page.events()).hasSizeLessThanOrEqualTo(limit);
            events.addAll(page.events());
            after = events.isEmpty() ? after : events.getLast().position();
        } while (page.more());
        everyPageShowsTheWhole(pages, events);
        return new Whole(page.stages(), events);
    }

    private static void everyPageShowsTheWhole(List<ReconciledPage> pages, List<ExplainingEvent> events) {
        int shown = 0;
        for (ReconciledPage page : pages) {
            int next = shown + page.page().events().size();
            assertThat(page.earlier()).isEqualTo(total(events.subList(0, shown)));
            assertThat(page.here()).isEqualTo(total(events.subList(shown, next)));
            assertThat(page.later()).isEqualTo(total(events.subList(next, events.size())));
            assertThat(page.all()).isEqualTo(total(events));
            shown = next;
        }
    }

    private static ShareTotal total(List<ExplainingEvent> events) {
        return new ShareTotal(events.size(), List.copyOf(sums(events).values()));
    }

    private static List<ReconciledStage> pairs(List<FunnelRow> first, List<FunnelRow> second) {
        List<ReconciledStage> pairs = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            FunnelRow one = first.get(stage.ordinal());
            FunnelRow two = second.get(stage.ordinal());
            pairs.add(new ReconciledStage(stage, one.count(), two.count(), one.investmentCny(), two.investmentCny()));
        }
        return pairs;
    }

    /** The second less the first, where they differ. */
    private static Map<Stage, StageShare> difference(List<FunnelRow> first, List<FunnelRow> second) {
        return difference(asShares(first), asShares(second));
    }

    private static Map<Stage, StageShare> asShares(List<FunnelRow> rows) {
        Map<Stage, StageShare> shares = new EnumMap<>(Stage.class);
        rows.forEach(row -> shares.put(row.stage(), new StageShare(row.stage(), row.count(), row.investmentCny())));
        return shares;
    }

    private static Map<Stage, StageShare> difference(Map<Stage, StageShare> first, Map<Stage, StageShare> second) {
        Map<Stage, StageShare> differences = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            StageShare none = new StageShare(stage, 0, BigInteger.ZERO);
            StageShare one = first.getOrDefault(stage, none);
            StageShare two = second.getOrDefault(stage, none);
            put(
                    differences,
                    new StageShare(
                            stage,
                            two.count() - one.count(),
                            two.investmentCny().subtract(one.investmentCny())));
        }
        return differences;
    }

    /** The report on one project, by its raw events. */
    private static Map<Stage, StageShare> report(NaiveHistory history, LocalDate day) {
        Stage stage = history.stageOn(day);
        Investment investment = history.investmentOn(day);
        Long amount = investment == null ? null : investment.amountCny();
        return stage == null
                ? Map.of()
                : Map.of(stage, new StageShare(stage, 1, BigInteger.valueOf(amount == null ? 0 : amount)));
    }

    private static Map<Stage, StageShare> sums(List<ExplainingEvent> events) {
        Map<Stage, StageShare> sums = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            long count = 0;
            BigInteger investment = BigInteger.ZERO;
            for (ExplainingEvent event : events) {
                for (StageShare share : event.shares()) {
                    if (share.stage() == stage) {
                        count += share.count();
                        investment = investment.add(share.investmentCny());
                    }
                }
            }
            put(sums, new StageShare(stage, count, investment));
        }
        return sums;
    }

    private static void put(Map<Stage, StageShare> shares, StageShare share) {
        if (share.count() != 0 || share.investmentCny().signum() != 0) {
            shares.put(share.stage(), share);
        }
    }

    private static String nameKnownAt(Workshop workshop, ExplainingEvent event, Instant knownAt) {
        String name = "";
        for (var fact : workshop.known(event.projectId(), knownAt)) {
            if (fact.event() instanceof LeadRegistered lead) {
                name = lead.name();
            } else if (fact.event() instanceof ProfileAmended amended
                    && amended.changes().name() != null) {
                name = amended.changes().name().to();
            }
        }
        return name;
    }
}
