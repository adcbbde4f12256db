package park.pipeline.core.seal;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree of RFC 6962 and RFC 9162 over leaves of which the hashes of all complete subtrees are known: roots and proofs
 * of every size that it ever had, each from a number of hashes that grows with the logarithm of the size.
 */
public final class MerkleTree {
    /** The hash of the n-th complete subtree of 2^level leaves. */
    public interface Nodes {
        Hash at(int level, long index);
    }

    private final Nodes nodes;

    public MerkleTree(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The root of the tree's first leaves; that of the empty tree where size is 0. */
    public Hash root(long size) {
        return size == 0 ? Hash.empty() : hash(0, size);
    }

    /**
     * The path that proves that a leaf is in the tree, from the leaf upwards.
     *
     * @param leaf from 0, below {@code size}
     */
    public List<Hash> inclusion(long leaf, long size) {
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            boolean left = leaf < middle;
            path.addFirst(left ? hash(middle, to) : hash(from, middle));
            from = left ? from : middle;
            to = left ? middle : to;
        }
        return path;
    }

    /**
     * The hashes that prove that the tree of one size is the beginning of that of another.
     *
     * @param size1 0 to {@code size2}; nothing needs a proof where it is either
     */
    public List<Hash> consistency(long size1, long size2) {
        List<Hash> proof = new ArrayList<>();
        if (size1 > 0 && size1 < size2) {
            subproof(size1, 0, size2, true, proof);
        }
        return proof;
    }

    /** RFC 9162, 2.1.4.1; {@code known}: whether the verifier has this very subtree's hash already. */
    private void subproof(long size1, long from, long to, boolean known, List<Hash> proof) {
        if (size1 == to) {
            if (!known) {
                proof.add(hash(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (size1 <= middle) {
            subproof(size1, from, middle, known, proof);
            proof.add(hash(middle, to));
        } else {
            subproof(size1, middle, to, false, proof);
            proof.add(hash(from, middle));
        }
    }

    /** The hash over leaves {@code from} to {@code to - 1}, a range that some tree has as a subtree. */
    private Hash hash(long from, long to) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return nodes.at(level, from >> level);
        }
        long middle = from + split(size);
        return Hash.node(hash(from, middle), hash(middle, to));
    }

    /** The largest power of two below the size. */
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
