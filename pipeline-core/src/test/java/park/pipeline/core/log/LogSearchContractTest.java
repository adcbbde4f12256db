package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import park.pipeline.core.log.SearchedLog.Found;
import park.pipeline.core.log.SearchedLog.Order;

/** What is looked for in the log is found, in either order, page by page and stretch by stretch. */
class LogSearchContractTest extends LogContract {
    @Test
    void every_search_finds_just_what_it_names() {
        store(Appends.of(A, 1, 3));
        store(Appends.of(B, 1, 4));
        store(Appends.of(A, 4, 2));
        SearchedLog log = new SearchedLog(database.dataSource(), 3);
        List<LogLine> all = new LogLines(database.dataSource()).after(0, Long.MAX_VALUE, 100);
        LogLine middle = all.get(all.size() / 2);
        String type = middle.type();
        Instant at = middle.recordedAt();

        check(log, all, search(List.of(), null, null, null, null), line -> true);
        check(
                log,
                all,
                search(List.of(type), null, null, null, null),
                line -> line.type().equals(type));
        check(
                log,
                all,
                search(List.of(), middle.actor(), null, null, null),
                line -> line.actor().equals(middle.actor()));
        check(log, all, search(List.of(), "nobody", null, null, null), line -> false);
        check(
                log,
                all,
                search(List.of(), null, A, null, null),
                line -> line.projectId().equals(A));
        check(
                log,
                all,
                search(List.of(), null, null, at, null),
                line -> !line.recordedAt().isBefore(at));
        check(
                log,
                all,
                search(List.of(), null, null, null, at),
                line -> !line.recordedAt().isAfter(at));
        check(
                log,
                all,
                search(List.of(type), middle.actor(), A, null, at),
                line -> line.type().equals(type)
                        && line.projectId().equals(A)
                        && !line.recordedAt().isAfter(at));
    }

    @Test
    void what_is_rare_is_looked_for_a_stretch_at_once_and_one_is_told_how_far() {
        store(Appends.of(A, 1, 10));
        SearchedLog log = new SearchedLog(database.dataSource(), 4);
        LogSearch nobody = search(List.of(), "nobody", null, null, null);
        assertThat(log.find(nobody, Order.NEWEST_FIRST, Long.MAX_VALUE, 5)).isEqualTo(new Found(List.of(), 7L));
        assertThat(log.find(nobody, Order.NEWEST_FIRST, 7, 5)).isEqualTo(new Found(List.of(), 3L));
        assertThat(log.find(nobody, Order.NEWEST_FIRST, 3, 5)).isEqualTo(new Found(List.of(), null));
        assertThat(log.find(nobody, Order.OLDEST_FIRST, 0, 5)).isEqualTo(new Found(List.of(), 4L));
    }

    @Test
    void before_the_first_line_and_behind_the_last_there_is_nothing() {
        SearchedLog log = new SearchedLog(database.dataSource());
        LogSearch all = search(List.of(), null, null, null, null);
        Found nothing = new Found(List.of(), null);
        assertThat(log.find(all, Order.NEWEST_FIRST, Long.MAX_VALUE, 5)).isEqualTo(nothing);
        store(Appends.of(A, 1, 2));
        assertThat(log.find(all, Order.NEWEST_FIRST, 1, 5)).isEqualTo(nothing);
        assertThat(log.find(all, Order.NEWEST_FIRST, Long.MIN_VALUE, 5)).isEqualTo(nothing);
        assertThat(log.find(all, Order.OLDEST_FIRST, 2, 5)).isEqualTo(nothing);
        assertThat(log.find(all, Order.OLDEST_FIRST, Long.MAX_VALUE, 5)).isEqualTo(nothing);
        LogSearch tomorrow = search(List.of(), null, null, NOW.plusSeconds(86_400), null);
        LogSearch yesterday = search(List.of(), null, null, null, NOW.minusSeconds(86_400));
        assertThat(log.find(tomorrow, Order.NEWEST_FIRST, Long.MAX_VALUE, 5)).isEqualTo(nothing);
        assertThat(log.find(yesterday, Order.OLDEST_FIRST, 0, 5)).isEqualTo(nothing);
    }

    private static LogSearch search(
            List<String> types,
            @Nullable String actor,
            @Nullable UUID project,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new LogSearch(types, actor, project, from, to);
    }

    private static void check(SearchedLog log, List<LogLine> all, LogSearch search, Predicate<LogLine> wanted) {
        List<Long> expected = all.stream().filter(wanted).map(LogLine::position).toList();
        assertThat(paged(log, search, Order.OLDEST_FIRST, 0))
                .as(search.toString())
                .isEqualTo(expected);
        assertThat(paged(log, search, Order.NEWEST_FIRST, Long.MAX_VALUE))
                .as(search.toString())
                .isEqualTo(expected.reversed());
    }

    private static List<Long> paged(SearchedLog log, LogSearch search, Order order, long from) {
        List<Long> positions = new ArrayList<>();
        Long behind = from;
        while (behind != null) {
            Found found = log.find(search, order, behind, 2);
            found.lines().forEach(line -> positions.add(line.position()));
            behind = found.next();
        }
        return positions;
    }
}
