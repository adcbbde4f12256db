package park.pipeline.api.pages.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import park.pipeline.api.audit.KeyInUse;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.core.log.LogLine;
import park.pipeline.core.log.LogLines;
import park.pipeline.core.seal.Hash;
import park.pipeline.core.seal.SealKey;
import park.pipeline.core.seal.SealedTree;

/** {@code GET /audit/proof/{position}}: that one event is under the newest checkpoint, computed again by the browser. */
@Controller
class ProofPage {
    private final LogLines lines;
    private final SealedTree tree;
    private final KeyInUse inUse;

    ProofPage(LogLines lines, SealedTree tree, KeyInUse inUse) {
        this.lines = lines;
        this.tree = tree;
        this.inUse = inUse;
    }

    @GetMapping("/audit/proof/{position}")
    String proof(@PathVariable long position, Model model) {
        SealedTree.Stored checkpoint = tree.newest();
        List<LogLine> found = position < 1 ? List.of() : lines.after(position - 1, position, 1);
        if (found.isEmpty()) {
            throw ApiProblem.notFound().asException();
        }
        LogLine line = found.getFirst();
        model.addAttribute("noTime", true);
        model.addAttribute("line", line);
        model.addAttribute("sealed", new String(line.bytes(), StandardCharsets.UTF_8));
        SealKey key = inUse.key();
        model.addAttribute("key", key == null ? null : key.verifier().toString());
        boolean isSealed = checkpoint != null && position <= checkpoint.size();
        model.addAttribute("isSealed", isSealed);
        if (checkpoint != null && isSealed) {
            long leaf = position - 1;
            model.addAttribute("leaf", leaf);
            model.addAttribute("leafHash", tree.leaf(leaf).base64());
            model.addAttribute(
                    "path",
                    tree.inclusion(leaf, checkpoint.size()).stream()
                            .map(Hash::base64)
                            .toList());
            model.addAttribute("checkpoint", checkpoint);
        }
        return "audit/proof";
    }
}
