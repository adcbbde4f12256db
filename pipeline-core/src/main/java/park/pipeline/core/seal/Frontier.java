package park.pipeline.core.seal;

import java.util.ArrayList;
import java.util.List;

/** The right edge of a tree, to which leaves are added: the largest complete subtrees, left to right. */
public final class Frontier {
    /** A complete subtree whose hash is new. */
    public record Node(int level, long index, Hash hash) {}

    private final List<Node> edge = new ArrayList<>();
    private long size;

    private Frontier() {}

    /** The edge of a tree without leaves. */
    public static Frontier empty() {
        return new Frontier();
    }

    /** The edge of a tree of this size. */
    static Frontier of(long size, MerkleTree.Nodes nodes) {
        Frontier frontier = new Frontier();
        for (int level = Long.SIZE - 1; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                long index = (size >> level) - 1;
                frontier.edge.add(new Node(level, index, nodes.at(level, index)));
            }
        }
        frontier.size = size;
        return frontier;
    }

    /** Adds a leaf, and returns all subtrees that are complete by it: the leaf itself first. */
    public List<Node> add(Hash leaf) {
        List<Node> complete = new ArrayList<>();
        Node last = new Node(0, size, leaf);
        complete.add(last);
        while (!edge.isEmpty() && edge.getLast().level() == last.level()) {
            Node left = edge.removeLast();
            last = new Node(last.level() + 1, last.index() >> 1, Hash.node(left.hash(), last.hash()));
            complete.add(last);
        }
        edge.add(last);
        size++;
        return complete;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        if (edge.isEmpty()) {
            return Hash.empty();
        }
        Hash root = edge.getLast().hash();
        for (int i = edge.size() - 2; i >= 0; i--) {
            root = Hash.node(edge.get(i).hash(), root);
        }
        return root;
    }
}
