package park.pipeline.api.transfer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.access.Accesses;
import park.pipeline.api.audit.KeyInUse;
import park.pipeline.api.http.Query;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.core.log.LogUnavailable;
import park.pipeline.core.seal.SealKey;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /api/admin/backup}: all that the store holds, as of one moment, while everybody works on; read by {@code import}. */
@RestController
class BackupController {
    private static final Logger LOG = LoggerFactory.getLogger(BackupController.class);
    private static final String ZIP = "application/zip";

    private final DataSource dataSource;
    private final PipelineSettings settings;
    private final KeyInUse inUse;
    private final Accesses accesses;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    BackupController(DataSource dataSource, PipelineSettings settings, KeyInUse inUse, Accesses accesses, Clock clock) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.inUse = inUse;
        this.accesses = accesses;
        this.clock = clock;
    }

    @GetMapping(path = "/api/admin/backup", produces = ZIP)
    void backup(Query query, HttpServletRequest request, HttpServletResponse response) throws IOException {
        query.knows().done();
        accesses.export(request);
        String name = "pipeline-backup-"
                + clock.instant().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "")
                + ".zip";
        response.setContentType(ZIP);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        SealKey key = inUse.key();
        try {
            Manifest written = new Export(dataSource, json, (table, rows) -> {})
                    .to(
                            response.getOutputStream(),
                            settings.origin(),
                            key == null ? null : key.verifier().toString());
            LOG.info("Backup of {} events", written.log().rows());
        } catch (SQLException e) {
            throw new LogUnavailable("Cannot read the store", e);
        }
    }
}
