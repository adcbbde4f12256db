package park.pipeline.projections.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import park.pipeline.core.log.Commit;
import park.pipeline.core.log.Database;
import park.pipeline.core.project.Investment;
import park.pipeline.core.project.NaiveHistory;
import park.pipeline.core.project.Profile;
import park.pipeline.core.project.RandomHistories;
import park.pipeline.core.project.Recorded;
import park.pipeline.core.project.Responsible;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.Workshop;

/** The ledger's sum equals a recount of every project from its raw events, for any day and any instant. */
class FunnelRecountTest {
    @ParameterizedTest
    @CsvSource({"H2_IN_MEMORY, 1, 12", "H2_IN_MEMORY, 101, 12", "POSTGRESQL, 201, 3"})
    void the_ledgers_sum_equals_a_recount(Database database, long firstSeed, int seeds) {
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            try (Workshop workshop = new Workshop(database, FunnelView::new).record(seed, 8)) {
                workshop.feedAll();
                compare(workshop, new Random(seed));
            } catch (AssertionError e) {
                throw new AssertionError("Fails for seed " + seed, e);
            }
        }
    }

    private static void compare(Workshop workshop, Random random) {
        FunnelQueries queries = new FunnelQueries(workshop.jdbc, workshop.reads);
        List<Commit> commits = workshop.commits();
        for (int i = 0; i < 60; i++) {
            LocalDate day = LocalDate.of(2019, 6, 1).plusDays(random.nextInt(3_000));
            Instant instant = random.nextInt(4) == 0
                    ? null
                    : commits.get(random.nextInt(commits.size())).recordedAt().plusNanos(random.nextInt(3) - 1L);
            ProjectFilter filter = filter(workshop, random);
            assertThat(queries.funnel(day, instant, filter).answer())
                    .as("as of %s, known at %s, %s", day, instant, filter)
                    .isEqualTo(recount(workshop, day, instant, filter));
        }
    }

    private static ProjectFilter filter(Workshop workshop, Random random) {
        if (random.nextBoolean()) {
            return ProjectFilter.ALL;
        }
        UUID project =
                workshop.projects().get(random.nextInt(workshop.projects().size()));
        List<Recorded> facts = workshop.known(project, Instant.MAX);
        Profile profile = RandomHistories.fold(facts).profile();
        Responsible team = new NaiveHistory(facts).teamOn(LocalDate.of(2030, 1, 1));
        return new ProjectFilter(
                random.nextBoolean() ? List.of(profile.industry()) : List.of(),
                random.nextBoolean() && team != null && team.team() != null ? List.of(team.team()) : List.of(),
                random.nextBoolean() && profile.origin() != null ? List.of(profile.origin(), "99") : List.of(),
                random.nextBoolean() ? List.of(profile.kind().name()) : List.of());
    }

    private static List<FunnelRow> recount(
            Workshop workshop, LocalDate day, @Nullable Instant instant, ProjectFilter filter) {
        List<FunnelRow> rows = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            long count = 0;
            long known = 0;
            BigInteger sum = BigInteger.ZERO;
            for (UUID project : workshop.projects()) {
                List<Recorded> facts = workshop.known(project, instant == null ? Instant.MAX : instant);
                NaiveHistory history = new NaiveHistory(facts);
                if (facts.isEmpty() || history.stageOn(day) != stage || !passes(facts, history, day, filter)) {
                    continue;
                }
                count++;
                Investment investment = history.investmentOn(day);
                if (investment != null && investment.amountCny() != null) {
                    known++;
                    sum = sum.add(BigInteger.valueOf(investment.amountCny()));
                }
            }
            rows.add(new FunnelRow(stage, count, sum, known));
        }
        return rows;
    }

    private static boolean passes(List<Recorded> facts, NaiveHistory history, LocalDate day, ProjectFilter filter) {
        Profile profile = RandomHistories.fold(facts).profile();
        Responsible team = history.teamOn(day);
        return isAny(filter.industry(), profile.industry())
                && isAny(filter.origin(), profile.origin())
                && isAny(filter.kind(), profile.kind().name())
                && isAny(filter.team(), team == null ? null : team.team());
    }

    private static boolean isAny(List<String> wanted, @Nullable String value) {
        return wanted.isEmpty() || value != null && wanted.contains(value);
    }
}
