package park.pipeline.projections.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
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
    @CsvSource({"H2_IN_MEMORY, 1, 20", "POSTGRESQL, 51, 5"})
    void flow_conversion_and_durations_equal_a_recount(Database database, long firstSeed, int seeds) {
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            try (Workshop workshop = new Workshop(database, StageView::new).record(seed, 8)) {
                workshop.feedAll();
                Random random = new Random(seed);
                for (int i = 0; i < 40; i++) {
                    compareFlow(workshop, random);
                    compareConversion(workshop, random);
                    compareDurations(workshop, random);
                }
            } catch (AssertionError e) {
                throw new AssertionError("Fails for seed " + seed, e);
            }
        }
    }

    /** Between any two days. */
    private static void compareFlow(Workshop workshop, Random random) {
        LocalDate from = Question.day(random);
        LocalDate to = from.plusDays(random.nextInt(random.nextBoolean() ? 5 : 900));
        ProjectFilter filter = Question.filter(workshop, random);
        Instant known = Question.random(workshop, random).knownAt();
        assertThat(new FlowQueries(workshop.jdbc, workshop.reads)
                        .flow(from, to, known, filter)
                        .answer())
                .as("from %s to %s as known at %s, %s", from, to, known, filter)
                .isEqualTo(StageRecount.flow(workshop, from, to, known, filter));
    }

    /** Of any cohort. */
    private static void compareConversion(Workshop workshop, Random random) {
        Question ask = Question.random(workshop, random);
        LocalDate from = LocalDate.of(2019, 6, 1).plusDays(random.nextInt(900));
        Cohort cohort = new Cohort(from, from.plusDays(random.nextInt(1_200)));
        assertThat(new ConversionQueries(workshop.jdbc, workshop.reads)
                        .conversion(cohort, ask.day(), ask.knownAt(), ask.filter())
                        .answer())
                .as("%s, %s", cohort, ask)
                .isEqualTo(StageRecount.conversion(workshop, cohort, ask));
    }

    /** On any day, as known at any instant. */
    private static void compareDurations(Workshop workshop, Random random) {
        Question ask = Question.random(workshop, random);
        assertThat(new DurationQueries(workshop.jdbc, workshop.reads)
                        .durations(ask.day(), ask.knownAt(), ask.filter())
                        .answer())
                .as(ask.toString())
                .isEqualTo(StageRecount.durations(workshop, ask));
    }
}
