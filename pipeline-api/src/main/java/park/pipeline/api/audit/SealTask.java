package park.pipeline.api.audit;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import park.pipeline.api.wiring.Background;
import park.pipeline.core.log.LogUnavailable;
import park.pipeline.core.seal.SealBroken;
import park.pipeline.core.seal.Sealer;

/**
 * Seals what is new, once a second and until there is no more: beside the commands, never in their way. Where the log is
 * not what was sealed it stops sealing and says why; it looks again each second, and goes on once the log is mended.
 */
public final class SealTask implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SealTask.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final List<Sealer> sealers;
    private final Background sealing = new Background("seal", this::seal, Duration.ofSeconds(1));
    private volatile @Nullable String cause;

    /** @param cause why there are no sealers; null where there are */
    SealTask(List<Sealer> sealers, @Nullable String cause) {
        this.sealers = sealers;
        this.cause = cause;
    }

    /** Why something is not sealed; null while all is. */
    public @Nullable String cause() {
        return cause;
    }

    @Override
    public void start() {
        if (!sealers.isEmpty()) {
            sealing.start();
        }
    }

    private void seal() {
        @Nullable String first = null;
        for (Sealer sealer : sealers) {
            String broken = sealAll(sealer);
            first = first == null ? broken : first;
        }
        cause = first;
    }

    /** Why not; null where all of it is sealed, or will be once the database answers. */
    private @Nullable String sealAll(Sealer with) {
        try {
            boolean more = true;
            while (more && !sealing.isStopping()) {
                more = with.sealNext();
            }
            return null;
        } catch (SealBroken e) {
            if (!Objects.equals(e.getMessage(), cause)) {
                LOG.error("The log is not what was sealed, at {}", e.getMessage());
            }
            return e.getMessage();
        } catch (LogUnavailable e) {
            LOG.warn("Nothing can be sealed just now", e);
            return cause;
        } catch (RuntimeException e) {
            LOG.error("The seal cannot go on", e);
            return e.toString();
        }
    }

    @Override
    public void stop() {
        sealing.stop(PATIENCE);
    }

    @Override
    public boolean isRunning() {
        return sealing.isRunning();
    }
}
