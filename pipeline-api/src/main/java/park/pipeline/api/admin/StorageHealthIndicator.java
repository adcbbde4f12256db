package park.pipeline.api.admin;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.core.log.LogDialect;

/**
 * Whether there is room in the data folder of the embedded database; of no other database can we know. Told in MiB and without the path, since anybody may
 * ask.
 */
@Component("storage")
class StorageHealthIndicator implements HealthIndicator {
    private static final long MIB = 1L << 20;
    /** H2 closes its file when a write fails; it writes some MiB at a time. */
    private static final long LEAST_MIB = 16;

    private final PipelineSettings settings;
    private final boolean embedded;

    StorageHealthIndicator(PipelineSettings settings, DataSource dataSource) {
        this.settings = settings;
        this.embedded = LogDialect.of(dataSource) == LogDialect.H2_FILE;
    }

    @Override
    public Health health() {
        return embedded ? room() : Health.up().build();
    }

    private Health room() {
        try {
            FileStore store = Files.getFileStore(settings.dataDir());
            long free = store.getUsableSpace() / MIB;
            Health.Builder health = free < LEAST_MIB ? Health.down() : Health.up();
            return health.withDetail("freeMiB", free)
                    .withDetail("leastMiB", LEAST_MIB)
                    .build();
        } catch (IOException e) {
            return Health.down()
                    .withDetail("cause", "The data folder cannot be read")
                    .build();
        }
    }
}
