package park.pipeline.projections.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import park.pipeline.core.log.Database;
import park.pipeline.core.project.Investment;
import park.pipeline.core.project.ProjectEvent;
import park.pipeline.projections.funnel.FunnelView;
import park.pipeline.projections.view.Question;
import park.pipeline.projections.view.RawProject;
import park.pipeline.projections.view.Workshop;

/** The days on which the funnel changes equal a recount, day by day and group by group, as known at any instant. */
class HappenedDaysTest {
    @ParameterizedTest
    @CsvSource({"H2_IN_MEMORY, 1, 12", "POSTGRESQL, 101, 3"})
    void the_days_and_their_counts_equal_a_recount(Database database, long firstSeed, int seeds) {
        for (long seed = firstSeed; seed < firstSeed + seeds; seed++) {
            try (Workshop workshop = new Workshop(database, FunnelView::new).record(seed, 8)) {
                workshop.feedAll();
                HappenedDays days = new HappenedDays(workshop.jdbc, workshop.reads);
                Random random = new Random(seed);
                for (int i = 0; i < 8; i++) {
                    Instant knownAt =
                            i == 0 ? null : Question.random(workshop, random).knownAt();
                    assertThat(days.days(knownAt).answer())
                            .as("seed %s, known at %s", seed, knownAt)
                            .isEqualTo(recount(workshop, knownAt));
                }
                Instant last = workshop.commits().getLast().recordedAt();
                assertThat(days.days(last)).isEqualTo(days.days(null));
            }
        }
    }

    private static List<BusyDay> recount(Workshop workshop, @Nullable Instant knownAt) {
        List<RawProject> projects = RawProject.known(workshop, knownAt);
        List<BusyDay> days = new ArrayList<>();
        for (LocalDate day : daysNamed(projects)) {
            Map<List<?>, long[]> groups = new HashMap<>();
            for (RawProject project : projects) {
                add(groups, project, day, 1);
                add(groups, project, day.minusDays(1), -1);
            }
            long count = groups.values().stream()
                    .mapToLong(g -> g[0] > 0 ? g[0] : g[0] == 0 && (g[1] != 0 || g[2] != 0) ? 1 : 0)
                    .sum();
            if (count > 0) {
                days.add(new BusyDay(day, count));
            }
        }
        return days;
    }

    /** Nothing happens on a day that no event names. */
    private static TreeSet<LocalDate> daysNamed(List<RawProject> projects) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (RawProject project : projects) {
            project.history().facts().forEach(fact -> {
                ProjectEvent event = fact.event();
                if (event.occurredOn() != null) {
                    days.add(event.occurredOn());
                }
            });
        }
        return days;
    }

    private static void add(Map<List<?>, long[]> groups, RawProject project, LocalDate day, int sign) {
        if (project.history().stageOn(day) == null) {
            return;
        }
        List<String> group = List.of(
                project.history().stageOn(day).name(),
                project.industry(),
                String.valueOf(project.origin()),
                project.kind(),
                String.valueOf(project.teamOn(day)));
        long[] sums = groups.computeIfAbsent(group, g -> new long[3]);
        sums[0] += sign;
        Investment investment = project.history().investmentOn(day);
        if (investment != null && investment.amountCny() != null) {
            sums[1] += sign;
            sums[2] += sign * investment.amountCny();
        }
    }
}
