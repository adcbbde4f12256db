package park.pipeline.api.audit;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import park.pipeline.core.log.LogUnavailable;
import park.pipeline.core.seal.SealBroken;
import park.pipeline.core.seal.Sealer;

/**
 * Seals what is new, once a second and until there is no more: beside the commands, never in their way. Where the log is
 * not what was sealed it stops sealing and says why; it looks again each second, and goes on once the log is mended.
 */
final class SealTask implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SealTask.class);
    private static final long PATIENCE_SECONDS = 4;

    private final @Nullable Sealer sealer;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable String cause;
    private @Nullable Thread thread;

    /** @param cause why there is no sealer; null where there is one */
    SealTask(@Nullable Sealer sealer, @Nullable String cause) {
        this.sealer = sealer;
        this.cause = cause;
    }

    /** Why nothing is sealed; null while it is. */
    @Nullable
    String cause() {
        return cause;
    }

    @Override
    public void start() {
        if (sealer != null) {
            thread = Thread.ofPlatform().name("seal").daemon().start(() -> seal(sealer));
        }
    }

    private void seal(Sealer with) {
        try {
            do {
                sealAll(with);
            } while (!stopping.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sealAll(Sealer with) {
        try {
            boolean more = true;
            while (more && stopping.getCount() > 0) {
                more = with.sealNext();
            }
            cause = null;
        } catch (SealBroken e) {
            if (!Objects.equals(e.getMessage(), cause)) {
                LOG.error("The log is not what was sealed, at {}", e.getMessage());
            }
            cause = e.getMessage();
        } catch (LogUnavailable e) {
            LOG.warn("Nothing can be sealed just now", e);
        } catch (RuntimeException e) {
            LOG.error("The seal cannot go on", e);
            cause = e.toString();
        }
    }

    /** Asked, not interrupted: an interrupt in the wrong moment closes H2's file. */
    @Override
    public void stop() {
        stopping.countDown();
        try {
            if (thread != null) {
                thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null && thread.isAlive();
    }
}
