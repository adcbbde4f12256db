package park.pipeline.api.pages.audit;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import park.pipeline.core.seal.SealedTree;

/** {@code GET /audit/checkpoints}: what was signed and when, the newest first, to be kept elsewhere. */
@Controller
class CheckpointsPage {
    private static final int CHECKPOINTS = 50;

    private final SealedTree tree;
    private final SealLine seal;

    CheckpointsPage(SealedTree tree, SealLine seal) {
        this.tree = tree;
        this.seal = seal;
    }

    /** @param before only those of fewer events */
    @GetMapping("/audit/checkpoints")
    String checkpoints(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
        List<SealedTree.Stored> found = tree.before(before, CHECKPOINTS + 1);
        model.addAttribute("noTime", true);
        model.addAttribute("seal", seal.told());
        model.addAttribute("checkpoints", found.stream().limit(CHECKPOINTS).toList());
        model.addAttribute(
                "older", found.size() > CHECKPOINTS ? found.get(CHECKPOINTS - 1).size() : null);
        return "audit/checkpoints";
    }
}
