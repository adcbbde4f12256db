package park.pipeline.api.bundle;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.access.Accesses;
import park.pipeline.api.audit.KeyInUse;
import park.pipeline.api.http.Ids;
import park.pipeline.api.http.Query;
import park.pipeline.api.http.Reads;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.core.log.LogLine;
import park.pipeline.core.seal.SealKey;
import park.pipeline.core.seal.SealedTree;

/** {@code GET /api/audit/bundle}: the whole log, or one project, up to the newest checkpoint. */
@RestController
class BundleController {
    static final String ZIP = "application/zip";

    private final BundleWriter writer;
    private final SealedTree tree;
    private final KeyInUse inUse;
    private final Accesses accesses;

    BundleController(BundleWriter writer, SealedTree tree, KeyInUse inUse, Accesses accesses) {
        this.accesses = accesses;
        this.writer = writer;
        this.tree = tree;
        this.inUse = inUse;
    }

    @GetMapping(path = "/api/audit/bundle", produces = ZIP)
    void bundle(Query query, HttpServletRequest request, HttpServletResponse response) throws IOException {
        query.knows("projectId");
        String project = query.one("projectId");
        query.done();
        SealedTree.Stored checkpoint = tree.newest();
        SealKey key = inUse.key();
        if (checkpoint == null || key == null) {
            throw ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable").asException();
        }
        if (project == null) {
            accesses.export(request);
            head(response, "pipeline-log-" + checkpoint.size(), checkpoint.size());
            writer.writeLog(checkpoint, key.verifier(), response.getOutputStream());
            return;
        }
        List<LogLine> lines = writer.ofProject(Ids.uuid(project), checkpoint);
        if (lines.isEmpty()) {
            throw ApiProblem.notFound().asException();
        }
        accesses.export(request);
        head(response, "pipeline-project-" + lines.getFirst().projectId() + "-" + checkpoint.size(), checkpoint.size());
        writer.writeProject(lines, checkpoint, key.verifier(), response.getOutputStream());
    }

    private static void head(HttpServletResponse response, String name, long size) {
        response.setContentType(ZIP);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + ".zip").build().toString());
        response.setHeader(Reads.POSITION, Long.toString(size));
    }
}
