package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.RandomHistories.fold;
import static park.pipeline.core.project.RandomHistories.forMany;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two programs from one page: the fold and the slow reading of the raw events say the same of any day. */
class NaiveHistoryTest {
    private static final int MANY = 600;

    @Test
    void stage_amount_team_and_progress_agree_on_any_day() {
        forMany(MANY, history -> {
            Random random = new Random(history.seed());
            List<Recorded> facts = history.facts();
            List<Recorded> known = facts.subList(0, 1 + random.nextInt(facts.size()));
            Timeline timeline = fold(known);
            NaiveHistory naive = new NaiveHistory(known);
            for (LocalDate day : daysOf(timeline, random)) {
                DatedSeries series = timeline.series();
                Entry<StageEntry> stage = series.stages().on(day);
                assertThat(stage == null ? null : stage.value().stage()).isEqualTo(naive.stageOn(day));
                assertThat(valueOn(series.investment(), day)).isEqualTo(naive.investmentOn(day));
                assertThat(valueOn(series.team(), day)).isEqualTo(naive.teamOn(day));
                assertThat(valueOn(series.progress(), day)).isEqualTo(naive.progressOn(day));
            }
        });
    }

    @Test
    void land_capacity_and_permits_agree_at_every_moment() {
        forMany(MANY, history -> {
            List<Recorded> facts = history.facts();
            for (int known = 1; known <= facts.size(); known++) {
                Timeline timeline = fold(facts.subList(0, known));
                NaiveHistory naive = new NaiveHistory(facts.subList(0, known));
                assertThat(timeline.profile().landMu()).isEqualTo(naive.landMu());
                assertThat(timeline.profile().capacity()).isEqualTo(naive.capacity());
                assertThat(timeline.permits().settled().stream()
                                .collect(Collectors.toMap(Settlement::permit, Settlement::day)))
                        .isEqualTo(naive.settled());
            }
        });
    }

    private static Set<LocalDate> daysOf(Timeline timeline, Random random) {
        Set<LocalDate> days = new TreeSet<>();
        for (Entry<StageEntry> entry : timeline.series().stages().entries()) {
            days.add(entry.day());
            days.add(entry.day().minusDays(1));
        }
        for (int i = 0; i < 30; i++) {
            days.add(LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2500)));
        }
        return days;
    }

    private static @Nullable Object valueOn(Series<?> series, LocalDate day) {
        Entry<?> entry = series.on(day);
        return entry == null ? null : entry.value();
    }
}
