package park.pipeline.api.audit;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.Query;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.core.seal.Hash;
import park.pipeline.core.seal.SealedTree;

/** Proofs that need no trust in this service: that an event is in the tree of a checkpoint, and a tree in a later one. */
@RestController
class ProofsController {
    /** @param leafIndex position − 1 */
    record Inclusion(long leafIndex, long treeSize, String leafHash, List<String> hashes) {}

    record Consistency(long from, long to, List<String> hashes) {}

    private final SealedTree tree;

    ProofsController(SealedTree tree) {
        this.tree = tree;
    }

    /** Without {@code treeSize}, in the newest tree. */
    @GetMapping("/api/audit/proof/inclusion")
    Inclusion inclusion(Query query) {
        query.knows("position", "treeSize");
        long position = query.requiredPosition("position");
        Long given = query.position("treeSize");
        query.done();
        long sealed = tree.size();
        long size = given == null ? sealed : given;
        if (position < 1 || position > size || size > sealed) {
            throw ApiProblem.notFound().asException();
        }
        long leaf = position - 1;
        return new Inclusion(leaf, size, tree.leaf(leaf).base64(), base64(tree.inclusion(leaf, size)));
    }

    @GetMapping("/api/audit/proof/consistency")
    Consistency consistency(Query query) {
        query.knows("from", "to");
        long from = query.requiredPosition("from");
        long to = query.requiredPosition("to");
        if (from > to) {
            query.outOfRange("from", 0, to);
        }
        query.done();
        if (to > tree.size()) {
            throw ApiProblem.notFound().asException();
        }
        return new Consistency(from, to, base64(tree.consistency(from, to)));
    }

    private static List<String> base64(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }
}
