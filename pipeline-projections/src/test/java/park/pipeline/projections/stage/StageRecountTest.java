package park.pipeline.projections.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import park.pipeline.core.log.Database;
import park.pipeline.projections.stage.ConversionQueries.Cohort;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.Question;
import park.pipeline.projections.view.Workshop;

/** Flow, conversion and durations equal a recount of every project from its raw events. */
class StageRecountTest {
    @ParameterizedTest
    @CsvSource({"H2_IN_MEMORY, 1, 15", "POSTGRESQL, 51, 4"})
    void the_flow_between_any_two_days_equals_a_recount(Database database, long firstSeed, int seeds) {
        forSeeds(database, firstSeed, seeds, (workshop, random) -> {
            LocalDate from = Question.day(random);
            LocalDate to = from.plusDays(random.nextInt(random.nextBoolean() ? 5 : 900));
            ProjectFilter filter = Question.filter(workshop, random);
            Instant known = Question.random(workshop, random).knownAt();
            assertThat(new FlowQueries(workshop.jdbc, workshop.reads)
                            .flow(from, to, known, filter)
                            .answer())
                    .as("from %s to %s as known at %s, %s", from, to, known, filter)
                    .isEqualTo(StageRecount.flow(workshop, from, to, known, filter));
        });
    }

    @ParameterizedTest
    @CsvSource({"H2_IN_MEMORY, 101, 15", "POSTGRESQL, 151, 4"})
    void the_conversion_of_any_cohort_equals_a_recount(Database database, long firstSeed, int seeds) {
        forSeeds(database, firstSeed, seeds, (workshop, random) -> {
            Question ask = Question.random(workshop, random);
            LocalDate from = LocalDate.of(2019, 6, 1).plusDays(random.nextInt(900));
            Cohort cohort = new Cohort(from, from.plusDays(random.nextInt(1_200)));
            assertThat(new ConversionQueries(workshop.jdbc, workshop.reads)
                            .conversion(cohort, ask.day(), ask.knownAt(), ask.filter())
                            .answer())
                    .as("%s, %s", cohort, ask)
                    .isEqualTo(StageRecount.conversion(workshop, cohort, ask));
        });
    }

    @ParameterizedTest
    @CsvSource({"H2_IN_MEMORY, 201, 15", "POSTGRESQL, 251, 4"})
    void the_durations_of_any_day_and_instant_equal_a_recount(Database database, long firstSeed, int seeds) {
        forSeeds(database, firstSeed, seeds, (workshop, random) -> {
            Question ask = Question.random(workshop, random);
            assertThat(new DurationQueries(workshop.jdbc, workshop.reads)
                            .durations(ask.day(), ask.knownAt(), ask.filter())
                            .answer())
                    .as(ask.toString())
                    .isEqualTo(StageRecount.durations(workshop, ask));
        });
    }

    private static void forSeeds(Database database, long firstSeed, int seeds, BiConsumer<Workshop, Random> compare) {
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            try (Workshop workshop = new Workshop(database, StageView::new).record(seed, 8)) {
                workshop.feedAll();
                Random random = new Random(seed);
                for (int i = 0; i < 40; i++) {
                    compare.accept(workshop, random);
                }
            } catch (AssertionError e) {
                throw new AssertionError("Fails for seed " + seed, e);
            }
        }
    }
}
