package park.pipeline.api.audit;

import java.io.IOException;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.core.log.LogLines;
import park.pipeline.core.seal.SealKey;
import park.pipeline.core.seal.SealedTree;
import park.pipeline.core.seal.Sealer;

/** The seal of the log of projects: its tree, its key, and who adds to it. */
@Configuration
class SealSetup {
    private static final Logger LOG = LoggerFactory.getLogger(SealSetup.class);

    @Bean
    @DependsOnDatabaseInitialization
    SealedTree sealedProjects(DataSource dataSource) {
        return new SealedTree(dataSource, "projects");
    }

    /**
     * A log that was sealed once is sealed on by the key that it was sealed by, or not at all: a new key that nobody asked
     * for would look like an old one to whoever does not compare.
     */
    @Bean
    @DependsOnDatabaseInitialization
    KeyInUse keyInUse(PipelineSettings settings, SealedTree tree) {
        boolean lost = !SealKey.exists(settings.dataDir()) && tree.newest() != null;
        if (lost && !settings.newSealKey()) {
            return refused(
                    "The log was sealed, and the file seal-key that it was sealed with is not in the data folder."
                            + " Put it back, or start once with --pipeline.new-seal-key=true: auditors must then be told the new"
                            + " verifier key.");
        }
        try {
            SealKey key = SealKey.in(settings.dataDir(), settings.origin());
            if (!key.verifier().name().equals(settings.origin())) {
                return refused("pipeline.origin is " + settings.origin() + ", but the key in the data folder signs for "
                        + key.verifier().name());
            }
            LOG.info("Verifier key of the log: {}", key.verifier());
            return new KeyInUse(key, null);
        } catch (IOException | IllegalArgumentException e) {
            return refused("The key of the seal cannot be used: " + e.getMessage());
        }
    }

    @Bean
    SealedLog projectsLog(SealedTree tree, LogLines lines, PipelineSettings settings) {
        return new SealedLog("projects", tree, entries(lines), settings.origin());
    }

    @Bean
    SealTask sealTask(KeyInUse inUse, DataSource dataSource, SealedLog log, Clock clock) {
        SealKey key = inUse.key();
        @Nullable Sealer sealer = key == null ? null : new Sealer(dataSource, log.tree(), log.entries(), key, clock);
        return new SealTask(sealer, inUse.refusal());
    }

    private static Sealer.Entries entries(LogLines lines) {
        return (position, limit) -> lines.after(position, Long.MAX_VALUE, limit).stream()
                .map(line -> new Sealer.Entries.Entry(line.position(), line.bytes()))
                .toList();
    }

    private static KeyInUse refused(String why) {
        LOG.error("The log is not sealed. {}", why);
        return new KeyInUse(null, why);
    }
}
