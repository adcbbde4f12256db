package park.pipeline.api.wiring;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import park.pipeline.core.catalogue.Term;
import park.pipeline.core.project.Stage;

/**
 * What a park may set.
 *
 * @param dataDir where the embedded database and the keys are
 * @param zone the time zone in which a day is a day
 * @param origin the name under which the log's checkpoints are signed
 * @param newSealKey whether a log whose key is lost is sealed on with a new one
 * @param nodeId this process among several on one database; empty takes the process id and the host's name
 * @param limits days in a stage before a light changes, by stage; what is left out takes the default
 * @param industries the park's own list; null takes the default one
 */
@ConfigurationProperties("pipeline")
public record PipelineSettings(
        @DefaultValue("./data") Path dataDir,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("pipeline.example/log") String origin,
        @DefaultValue("false") boolean newSealKey,
        @DefaultValue("") String nodeId,
        @DefaultValue Map<Stage, Integer> limits,
        @Nullable List<Term> industries) {
    public PipelineSettings {
        limits = Map.copyOf(limits);
        limits.forEach((stage, days) -> {
            if (days <= 0) {
                throw new IllegalArgumentException("pipeline.limits." + stage + " must be above 0, is " + days);
            }
        });
    }
}
