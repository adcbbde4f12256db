package park.pipeline.core.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.seal.Finding.Kind;

/**
 * Computes the seal anew from the stored entries and holds it against everything that was ever stored or signed of it. The
 * tree is computed twice: from the entries, and from the stored leaves. Where the latter still leads to what was signed, the
 * stored leaves are genuine, and each entry that does not hash to its leaf is named.
 */
public final class Verification {
    /** So many findings are named; the others are counted. */
    public static final int NAMED = 1_000;

    private static final int PAGE = 1_000;

    /** Is told how far it has come; may throw to end it. */
    public interface Progress {
        void at(long processed, long total);
    }

    /**
     * What came of it.
     *
     * @param leaves how many entries were hashed
     * @param treeSize how many are sealed
     * @param root computed from the entries; null where one is missing
     * @param checkpoints how many were held against it
     * @param findings the first of them, by position
     * @param found how many in all; 0 where everything is as it was sealed
     */
    public record Result(
            long leaves, long treeSize, @Nullable Hash root, long checkpoints, List<Finding> findings, long found) {}

    private final SealedTree tree;
    private final Sealer.Entries entries;
    private final SignedCheckpoints checkpoints;
    private final Progress progress;

    private final Frontier fromEntries = Frontier.empty();
    private final Frontier fromLeaves = Frontier.empty();
    private final List<Finding> findings = new ArrayList<>();
    private long found;
    private long leaves;
    private long checked;
    private long provenSize;
    private boolean whole = true;
    private boolean cutOff;
    private boolean differs;

    /**
     * A verification that has not begun.
     *
     * @param keys those by which checkpoints may be signed
     * @param origin of the log, as its checkpoints name it
     * @param kept checkpoints that were kept elsewhere, as signed notes
     */
    public Verification(
            SealedTree tree,
            Sealer.Entries entries,
            List<VerifierKey> keys,
            String origin,
            List<String> kept,
            Progress progress) {
        this.tree = tree;
        this.entries = entries;
        this.checkpoints = new SignedCheckpoints(tree, keys, origin, kept);
        this.progress = progress;
    }

    /** @throws park.pipeline.core.log.LogUnavailable if the database failed */
    public Result run() {
        // The checkpoints were looked at first: none of them is of a larger tree than this.
        long size = tree.size();
        checkCheckpoints();
        for (long from = 0; from < size; from += PAGE) {
            page(from, Math.min(from + PAGE, size));
            progress.at(Math.min(from + PAGE, size), size);
        }
        for (SignedCheckpoints.Claim beyond : checkpoints.upTo(Long.MAX_VALUE)) {
            checked++;
            find(
                    beyond.checkpoint() == null ? Kind.CHECKPOINT_FORGED : Kind.TREE_CUT_BACK,
                    beyond.checkpoint() == null ? null : size + 1,
                    beyond.size());
        }
        findings.sort((a, b) -> Long.compare(orLast(a.position()), orLast(b.position())));
        return new Result(leaves, size, whole ? fromEntries.root() : null, checked, List.copyOf(findings), found);
    }

    private void page(long from, long to) {
        Map<Long, byte[]> present = new TreeMap<>();
        entries.after(from, (int) (to - from)).forEach(entry -> present.put(entry.position(), entry.bytes()));
        Map<SealedTree.Place, Hash> stored = tree.completedBetween(from, to);
        for (long position = from + 1; position <= to; position++) {
            Hash leaf = stored.get(new SealedTree.Place(0, position - 1));
            Hash hashed = hashed(position, present);
            if (leaf == null || hashed != null && !hashed.equals(leaf)) {
                find(leaf == null ? Kind.HASH_ALTERED : Kind.EVENT_ALTERED, position, null);
            }
            Hash known = leaf == null ? hashed : leaf;
            addLeaf(known == null ? Hash.empty() : known, stored);
            checkCheckpoints();
        }
    }

    private @Nullable Hash hashed(long position, Map<Long, byte[]> present) {
        byte[] bytes = present.get(position);
        if (bytes == null) {
            missing(position);
            whole = false;
            return null;
        }
        leaves++;
        Hash hash = Hash.leaf(bytes);
        if (whole) {
            fromEntries.add(hash);
        }
        return hash;
    }

    private void missing(long position) {
        if (cutOff) {
            return;
        }
        cutOff = entries.after(position, 1).isEmpty();
        find(cutOff ? Kind.LOG_CUT_OFF : Kind.EVENT_MISSING, position, null);
    }

    private void addLeaf(Hash leaf, Map<SealedTree.Place, Hash> stored) {
        List<Frontier.Node> complete = fromLeaves.add(leaf);
        for (Frontier.Node node : complete.subList(1, complete.size())) {
            if (!Objects.equals(node.hash(), stored.get(new SealedTree.Place(node.level(), node.index())))) {
                find(Kind.HASH_ALTERED, (node.index() << node.level()) + 1, null);
            }
        }
    }

    private void checkCheckpoints() {
        for (SignedCheckpoints.Claim claim : checkpoints.upTo(fromLeaves.size())) {
            checked++;
            Checkpoint checkpoint = claim.checkpoint();
            if (checkpoint == null) {
                find(Kind.CHECKPOINT_FORGED, null, claim.size());
            } else if (checkpoint.root().equals(fromLeaves.root())) {
                provenSize = claim.size();
            } else if (!differs) {
                // All later ones differ with it.
                differs = true;
                find(Kind.CHECKPOINT_DIFFERS, provenSize + 1, claim.size());
            }
        }
    }

    private void find(Kind kind, @Nullable Long position, @Nullable Long treeSize) {
        found++;
        if (findings.size() < NAMED) {
            findings.add(new Finding(kind, position, treeSize));
        }
    }

    private static long orLast(@Nullable Long position) {
        return position == null ? Long.MAX_VALUE : position;
    }
}
