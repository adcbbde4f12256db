package park.pipeline.projections.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import park.pipeline.core.log.Commit;
import park.pipeline.core.log.Database;
import park.pipeline.projections.rebuild.Rebuild;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.Question;
import park.pipeline.projections.view.Workshop;

/** What is kept in memory is what the database adds up, whatever came in between. */
class KeptLedgerTest {
    @ParameterizedTest
    @EnumSource(Database.class)
    void what_is_kept_is_carried_on_by_what_is_new(Database database) {
        try (Workshop workshop = new Workshop(database, FunnelView::new).record(11, 5)) {
            KeptLedger kept = new KeptLedger(workshop.jdbc, workshop.reads);
            List<Commit> commits = workshop.commits();
            Random random = new Random(11);
            List<Question> asked = List.of(
                    new Question(Question.day(random), null, ProjectFilter.ALL),
                    Question.random(workshop, random),
                    Question.random(workshop, random),
                    Question.random(workshop, random),
                    Question.random(workshop, random));
            int to = 0;
            while (to < commits.size()) {
                int from = to;
                to = Math.min(commits.size(), from + 1 + random.nextInt(30));
                workshop.feed(commits.subList(from, to), 7);
                asked.forEach(question -> same(kept, workshop, question));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void instants_are_asked_for_in_any_order(Database database) {
        try (Workshop workshop =
                new Workshop(database, FunnelView::new).record(21, 4).feedAll()) {
            KeptLedger kept = new KeptLedger(workshop.jdbc, workshop.reads);
            List<Instant> instants = new ArrayList<>(
                    workshop.commits().stream().map(Commit::recordedAt).toList());
            Collections.shuffle(instants, new Random(21));

            for (Instant instant : instants) {
                same(kept, workshop, new Question(Question.day(new Random(3)), instant, ProjectFilter.ALL));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void what_a_rebuild_mends_is_not_remembered(Database database) {
        try (Workshop workshop =
                new Workshop(database, FunnelView::new).record(12, 4).feedAll()) {
            KeptLedger kept = new KeptLedger(workshop.jdbc, workshop.reads);
            List<Question> asked = List.of(
                    Question.random(workshop, new Random(1)),
                    new Question(Question.day(new Random(2)), null, ProjectFilter.ALL));
            workshop.jdbc.update("update funnel_day_g1 set projects = projects + 100");
            workshop.jdbc.update("update funnel_posting_g1 set projects = projects + 7");
            asked.forEach(question -> same(kept, workshop, question));

            for (int i = 0; i < 2; i++) {
                new Rebuild(
                                workshop.view,
                                workshop.jdbc,
                                workshop.transactions,
                                workshop.reader,
                                workshop.positions,
                                workshop.reads,
                                (phase, done, outOf) -> {})
                        .run();
                asked.forEach(question -> same(kept, workshop, question));
            }
        }
    }

    private static void same(KeptLedger kept, Workshop workshop, Question ask) {
        List<FunnelRow> added = workshop.reads
                .of(
                        FunnelView.NAME,
                        live -> new LedgerSums(workshop.jdbc).funnel(ask.day(), ask.knownAt(), ask.filter(), live))
                .answer();
        assertThat(kept.of(ask.knownAt(), ask.filter()).answer().rows(ask.day()))
                .as(ask.toString())
                .isEqualTo(added);
    }
}
