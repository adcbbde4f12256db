package park.pipeline.api.audit;

import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.Page;
import park.pipeline.api.http.Query;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.core.seal.SealKey;
import park.pipeline.core.seal.SealedTree;

/** What was signed, and the key to check it by. */
@RestController
class CheckpointsController {
    /** @param checkpoint the signed note */
    record CheckpointItem(long treeSize, String rootHash, String checkpoint) {}

    private final SealedTree tree;
    private final SealedTree accesses;
    private final KeyInUse inUse;

    CheckpointsController(SealedTree tree, @Qualifier("accessesLog") SealedLog accesses, KeyInUse inUse) {
        this.tree = tree;
        this.accesses = accesses.tree();
        this.inUse = inUse;
    }

    @GetMapping(path = "/api/audit/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    String newest(Query query) {
        query.knows().done();
        return newest(tree);
    }

    @GetMapping(path = "/api/audit/accesses/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    String newestOfAccesses(Query query) {
        query.knows().done();
        return newest(accesses);
    }

    private static String newest(SealedTree of) {
        SealedTree.Stored newest = of.newest();
        if (newest == null) {
            throw ApiProblem.notFound().asException();
        }
        return newest.note();
    }

    @GetMapping("/api/audit/checkpoints")
    Page<CheckpointItem> all(Query query) {
        query.knows("limit", "cursor");
        int limit = query.limit();
        // The first checkpoint may be that of the empty tree, which is behind no size.
        long after = query.after() - 1;
        List<SealedTree.Stored> found = tree.after(after, limit + 1);
        List<SealedTree.Stored> page = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                page.stream()
                        .map(c -> new CheckpointItem(c.size(), c.root().base64(), c.note()))
                        .toList(),
                found.size() > limit ? query.cursor(page.getLast().size() + 1) : null);
    }

    @GetMapping(path = "/api/audit/key", produces = MediaType.TEXT_PLAIN_VALUE)
    String key(Query query) {
        query.knows().done();
        SealKey key = inUse.key();
        if (key == null) {
            throw ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable").asException();
        }
        return key.verifier().toString();
    }
}
