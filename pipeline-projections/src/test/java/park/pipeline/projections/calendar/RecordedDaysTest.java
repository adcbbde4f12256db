package park.pipeline.projections.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import park.pipeline.core.log.Commit;
import park.pipeline.core.log.Database;
import park.pipeline.core.project.RandomHistories;
import park.pipeline.core.project.Recorded;
import park.pipeline.projections.funnel.FunnelView;
import park.pipeline.projections.view.Workshop;

/** The days on which something was recorded equal a count of the whole log. */
class RecordedDaysTest {
    private static final List<ZoneId> ZONES =
            List.of(ZoneOffset.UTC, ZoneId.of("Asia/Shanghai"), ZoneId.of("America/Los_Angeles"));

    @ParameterizedTest
    @EnumSource(
            value = Database.class,
            names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void the_days_equal_a_count_of_the_log_in_every_zone_also_while_it_grows(Database database) {
        try (Workshop workshop = new Workshop(database, FunnelView::new)) {
            RecordedDays days = new RecordedDays(workshop.jdbc, workshop.reader);
            assertThat(days.days(ZoneOffset.UTC).answer()).isEmpty();
            for (long seed = 1; seed <= 4; seed++) {
                workshop.rest(Duration.ofHours(seed * seed * 11)).record(seed, 15);
                for (ZoneId zone : ZONES) {
                    List<BusyDay> expected = count(workshop, zone);
                    assertThat(days.days(zone).answer()).as("%s", zone).isEqualTo(expected);
                    assertThat(days.days(zone).position()).isEqualTo(workshop.reader.head());
                }
            }
            assertThat(count(workshop, ZoneOffset.UTC)).hasSizeGreaterThan(4);
        }
    }

    /** Today's count goes on, though its day is known already. */
    @ParameterizedTest
    @EnumSource(
            value = Database.class,
            names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void one_event_more_is_counted_at_once(Database database) {
        try (Workshop workshop = new Workshop(database, FunnelView::new).record(3, 5)) {
            RecordedDays days = new RecordedDays(workshop.jdbc, workshop.reader);
            long before = days.days(ZoneOffset.UTC).answer().getLast().count();
            List<Recorded> facts =
                    RandomHistories.ofSeed(4_711).steps().getFirst().facts();
            workshop.append(UUID.randomUUID(), facts);
            assertThat(days.days(ZoneOffset.UTC).answer().getLast().count()).isEqualTo(before + facts.size());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Database.class,
            names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void many_may_ask_at_once(Database database) {
        try (Workshop workshop = new Workshop(database, FunnelView::new).record(2, 60)) {
            RecordedDays days = new RecordedDays(workshop.jdbc, workshop.reader);
            List<CompletableFuture<List<BusyDay>>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> days.days(ZoneOffset.UTC).answer()))
                    .limit(8)
                    .toList();
            List<BusyDay> expected = count(workshop, ZoneOffset.UTC);
            assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(expected));
        }
    }

    private static List<BusyDay> count(Workshop workshop, ZoneId zone) {
        SequencedMap<LocalDate, Long> counts = new TreeMap<>();
        for (Commit commit : workshop.commits()) {
            counts.merge(
                    LocalDate.ofInstant(commit.recordedAt(), zone),
                    (long) commit.events().size(),
                    Long::sum);
        }
        List<BusyDay> days = new ArrayList<>();
        counts.forEach((day, count) -> days.add(new BusyDay(day, count)));
        return days;
    }
}
