package park.pipeline.core.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pages of the log that were read last: views that keep pace read the same ones at the same time, and one look at the
 * database is enough for all of them. Only what was there is kept, so that a page is never older than the news of it.
 */
final class RecentPages {
    /** About how many events a page has at the most. */
    static final int SIZE = 1_000;

    private final LogReader reader;
    private final Cache<Long, List<Commit>> pages = Caffeine.newBuilder()
            .maximumSize(8)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    RecentPages(LogReader reader) {
        this.reader = reader;
    }

    /** Whole commands behind a position; none at the end of the log. */
    List<Commit> after(long position) {
        @Nullable List<Commit> page = pages.get(position, this::read);
        return page == null ? List.of() : page;
    }

    /** Whether another reader has been further already. */
    boolean has(long position) {
        return pages.asMap().containsKey(position);
    }

    /** Whoever begins to read may do so because what was read before was wrong, and has been mended. */
    void forget() {
        pages.invalidateAll();
    }

    private @Nullable List<Commit> read(long position) {
        List<Commit> page = reader.commitsAfter(position, SIZE);
        return page.isEmpty() ? null : page;
    }
}
