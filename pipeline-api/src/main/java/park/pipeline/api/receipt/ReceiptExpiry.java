package park.pipeline.api.receipt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import park.pipeline.core.log.Receipts;

/** Old receipts go while new ones come: where nobody sends keys there is nothing to clear up, and no thread waits to. */
@Component
class ReceiptExpiry {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Receipts receipts;
    private final Clock clock;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

    ReceiptExpiry(Receipts receipts, Clock clock) {
        this.receipts = receipts;
        this.clock = clock;
    }

    void clearUpNowAndThen() {
        Instant due = next.get();
        Instant now = clock.instant();
        if (!now.isBefore(due) && next.compareAndSet(due, now.plus(PAUSE))) {
            receipts.clearUp();
        }
    }
}
