package park.pipeline.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Slows down who guesses passwords, by three counts of failures: of a name from an address, of an address (which may be
 * a whole office's), of a name (which may be guessed from everywhere). The waits are of seconds, since whoever the name
 * belongs to wants to come in too: at one guess in fifteen seconds nobody guesses twelve characters. What nobody failed
 * at for a quarter of an hour is forgotten.
 */
final class FailedAttempts {
    static final Duration MEMORY = Duration.ofMinutes(15);

    private static final int MOST_KEPT = 50_000;
    private static final Limit OF_NAME_AND_ADDRESS = new Limit(10, Duration.ofSeconds(15));
    private static final Limit OF_ADDRESS = new Limit(50, Duration.ofSeconds(5));
    private static final Limit OF_NAME = new Limit(100, Duration.ofSeconds(2));

    /** @param free how many failures cost nothing; each further one doubles the wait, from one second to the longest */
    private record Limit(int free, Duration longest) {
        Duration afterFailures(int count) {
            if (count < free) {
                return Duration.ZERO;
            }
            Duration doubled = Duration.ofSeconds(1L << Math.min(count - free, 20));
            return doubled.compareTo(longest) < 0 ? doubled : longest;
        }
    }

    private record Key(Limit limit, String name, String address) {}

    private record Failures(int count, Instant last) {}

    private final Clock clock;
    private final Cache<Key, Failures> failures;

    FailedAttempts(Clock clock) {
        this.clock = clock;
        this.failures = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(MEMORY)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** How long until an attempt is looked at; zero if at once. */
    Duration waitFor(String name, String address) {
        Instant now = clock.instant();
        Duration longest = Duration.ZERO;
        for (Key key : keys(name, address)) {
            Failures failed = failures.getIfPresent(key);
            if (failed != null) {
                Instant until = failed.last().plus(key.limit().afterFailures(failed.count()));
                Duration wait = Duration.between(now, until);
                longest = wait.compareTo(longest) > 0 ? wait : longest;
            }
        }
        return longest;
    }

    void failed(String name, String address) {
        Instant now = clock.instant();
        for (Key key : keys(name, address)) {
            failures.asMap().merge(key, new Failures(1, now), (old, one) -> new Failures(old.count() + 1, now));
        }
    }

    /** The right password: what was mistyped before it is forgiven, but not what else came from that address. */
    void succeeded(String name, String address) {
        failures.invalidate(new Key(OF_NAME_AND_ADDRESS, name, address));
    }

    private static List<Key> keys(String name, String address) {
        return List.of(
                new Key(OF_NAME_AND_ADDRESS, name, address),
                new Key(OF_ADDRESS, "", address),
                new Key(OF_NAME, name, ""));
    }
}
