package park.pipeline.projections.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import park.pipeline.core.log.Database;
import park.pipeline.core.project.Investment;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.Question;
import park.pipeline.projections.view.RawProject;
import park.pipeline.projections.view.Workshop;

/** The ledger's sums equal a recount of every project from its raw events, for any day and any instant. */
class FunnelRecountTest {
    @ParameterizedTest
    @CsvSource({"H2_IN_MEMORY, 1, 12", "H2_IN_MEMORY, 101, 12", "POSTGRESQL, 201, 3"})
    void the_ledgers_sum_equals_a_recount(Database database, long firstSeed, int seeds) {
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            try (Workshop workshop = new Workshop(database, FunnelView::new).record(seed, 8)) {
                workshop.feedAll();
                compareFunnels(workshop, new Random(seed));
            } catch (AssertionError e) {
                throw new AssertionError("Fails for seed " + seed, e);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"H2_IN_MEMORY, 301, 12", "POSTGRESQL, 401, 3"})
    void every_point_of_a_trend_equals_a_recount(Database database, long firstSeed, int seeds) {
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            try (Workshop workshop = new Workshop(database, FunnelView::new).record(seed, 6)) {
                workshop.feedAll();
                compareTrends(workshop, new Random(seed));
            } catch (AssertionError e) {
                throw new AssertionError("Fails for seed " + seed, e);
            }
        }
    }

    private static void compareFunnels(Workshop workshop, Random random) {
        FunnelQueries queries = new FunnelQueries(new KeptLedger(workshop.jdbc, workshop.reads));
        for (int i = 0; i < 60; i++) {
            Question ask = Question.random(workshop, random);
            assertThat(queries.funnel(ask.day(), ask.knownAt(), ask.filter()).answer())
                    .as(ask.toString())
                    .isEqualTo(recount(workshop, ask.day(), ask.knownAt(), ask.filter()));
        }
    }

    private static void compareTrends(Workshop workshop, Random random) {
        TrendQueries queries = new TrendQueries(new KeptLedger(workshop.jdbc, workshop.reads));
        for (int i = 0; i < 6; i++) {
            LocalDate from = Question.day(random);
            LocalDate to = from.plusDays(random.nextInt(random.nextBoolean() ? 40 : 800));
            TrendStep step = TrendStep.values()[random.nextInt(3)];
            ProjectFilter filter = Question.filter(workshop, random);
            Instant known = Question.random(workshop, random).knownAt();
            List<TrendPoint> expected = lastDays(from, to, step).stream()
                    .map(day -> new TrendPoint(day, recount(workshop, day, known, filter)))
                    .toList();
            assertThat(queries.trend(step.days(from, to), known, filter).answer())
                    .as("%s from %s to %s as known at %s, %s", step, from, to, known, filter)
                    .isEqualTo(expected);
        }
    }

    /** Day by day: those on whose morrow another period begins, and the last. */
    private static List<LocalDate> lastDays(LocalDate from, LocalDate to, TrendStep step) {
        return from.datesUntil(to.plusDays(1))
                .filter(day -> day.equals(to) || begins(day.plusDays(1), step))
                .toList();
    }

    private static boolean begins(LocalDate day, TrendStep step) {
        int month = day.getMonthValue();
        return day.getDayOfMonth() == 1
                && switch (step) {
                    case MONTH -> true;
                    case QUARTER -> month == 1 || month == 4 || month == 7 || month == 10;
                    case YEAR -> month == 1;
                };
    }

    private static List<FunnelRow> recount(
            Workshop workshop, LocalDate day, @Nullable Instant instant, ProjectFilter filter) {
        List<RawProject> projects = RawProject.known(workshop, instant);
        List<FunnelRow> rows = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            long count = 0;
            long known = 0;
            BigInteger sum = BigInteger.ZERO;
            for (RawProject project : projects) {
                if (project.history().stageOn(day) != stage || !project.passes(filter, day)) {
                    continue;
                }
                count++;
                Investment investment = project.history().investmentOn(day);
                if (investment != null && investment.amountCny() != null) {
                    known++;
                    sum = sum.add(BigInteger.valueOf(investment.amountCny()));
                }
            }
            rows.add(new FunnelRow(stage, count, sum, known));
        }
        return rows;
    }
}
