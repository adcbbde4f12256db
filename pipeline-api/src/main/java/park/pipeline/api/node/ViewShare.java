package park.pipeline.api.node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which views a node feeds: the nodes that are alive take them in turn, so that none hoards them and none is left out. */
final class ViewShare {
    private ViewShare() {}

    /**
     * The share of one node. Each finds its own without asking the others; where two differ for a moment about who is alive,
     * the claim of a view's token decides.
     *
     * @param alive in an order that is the same on every node
     */
    static Set<String> of(String node, List<String> alive, List<String> views) {
        List<String> taking = alive.isEmpty() ? new ArrayList<>(List.of(node)) : alive;
        Set<String> share = new HashSet<>();
        for (int i = 0; i < views.size(); i++) {
            if (taking.get(i % taking.size()).equals(node)) {
                share.add(views.get(i));
            }
        }
        return share;
    }
}
