package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is looked for in the log is found, newest first, page by page. */
class LogSearchContractTest extends LogContract {
    @Test
    void every_search_finds_just_what_it_names() {
        store(Appends.of(A, 1, 3));
        store(Appends.of(B, 1, 4));
        store(Appends.of(A, 4, 2));
        LogLines lines = new LogLines(database.dataSource());
        List<LogLine> all = lines.after(0, Long.MAX_VALUE, 100).reversed();
        LogLine middle = all.get(all.size() / 2);
        String type = middle.type();
        Instant at = middle.recordedAt();

        check(lines, all, search(List.of(), null, null, null, null), line -> true);
        check(
                lines,
                all,
                search(List.of(type), null, null, null, null),
                line -> line.type().equals(type));
        check(
                lines,
                all,
                search(List.of(), middle.actor(), null, null, null),
                line -> line.actor().equals(middle.actor()));
        check(lines, all, search(List.of(), "nobody", null, null, null), line -> false);
        check(
                lines,
                all,
                search(List.of(), null, A, null, null),
                line -> line.projectId().equals(A));
        check(
                lines,
                all,
                search(List.of(), null, null, at, null),
                line -> !line.recordedAt().isBefore(at));
        check(
                lines,
                all,
                search(List.of(), null, null, null, at),
                line -> !line.recordedAt().isAfter(at));
        check(
                lines,
                all,
                search(List.of(type), middle.actor(), A, null, at),
                line -> line.type().equals(type)
                        && line.projectId().equals(A)
                        && !line.recordedAt().isAfter(at));
    }

    private static LogSearch search(
            List<String> types,
            @Nullable String actor,
            @Nullable UUID project,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new LogSearch(types, actor, project, from, to);
    }

    private static void check(LogLines lines, List<LogLine> all, LogSearch search, Predicate<LogLine> wanted) {
        List<Long> expected = all.stream().filter(wanted).map(LogLine::position).toList();
        List<Long> paged = Stream.iterate(
                        lines.before(Long.MAX_VALUE, search, 2),
                        page -> !page.isEmpty(),
                        page -> lines.before(page.getLast().position(), search, 2))
                .flatMap(List::stream)
                .map(LogLine::position)
                .toList();
        assertThat(paged).as(search.toString()).isEqualTo(expected);
    }
}
