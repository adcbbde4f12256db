package park.pipeline.api.audit;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.core.access.AccessLines;
import park.pipeline.core.log.LogLines;
import park.pipeline.core.log.OwnTransaction;
import park.pipeline.core.seal.SealKey;
import park.pipeline.core.seal.SealedTree;
import park.pipeline.core.seal.Sealer;

/** The seals: the key, the log of projects and that of accesses with a tree each, and who adds to them. */
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
    @Order(1)
    SealedLog projectsLog(SealedTree tree, LogLines lines, PipelineSettings settings) {
        return new SealedLog(
                "projects",
                tree,
                (position, limit) -> lines.after(position, Long.MAX_VALUE, limit).stream()
                        .map(line -> new Sealer.Entries.Entry(line.position(), line.bytes()))
                        .toList(),
                settings.origin());
    }

    @Bean
    @Order(2)
    SealedLog accessesLog(DataSource dataSource, AccessLines lines, PipelineSettings settings) {
        return new SealedLog(
                "accesses",
                new SealedTree(dataSource, "accesses"),
                (position, limit) -> lines.after(position, limit).stream()
                        .map(line -> new Sealer.Entries.Entry(line.position(), line.bytes()))
                        .toList(),
                settings.origin() + "/accesses");
    }

    @Bean
    SealTask sealTask(KeyInUse inUse, OwnTransaction transaction, List<SealedLog> logs, Clock clock) {
        SealKey key = inUse.key();
        List<Sealer> sealers = key == null
                ? List.of()
                : logs.stream()
                        .map(log -> new Sealer(transaction, log.tree(), log.entries(), key, log.origin(), clock))
                        .toList();
        return new SealTask(sealers, inUse.refusal());
    }

    private static KeyInUse refused(String why) {
        LOG.error("The log is not sealed. {}", why);
        return new KeyInUse(null, why);
    }
}
