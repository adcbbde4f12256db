package park.pipeline.core.seal;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What whoever holds a checkpoint does with a proof: the algorithms of RFC 9162, 2.1.3.2 and 2.1.4.2. */
public final class Proofs {
    private Proofs() {}

    /** Whether the path leads from this leaf to this root. */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the tree of {@code root1} is the beginning of that of {@code root2}. */
    public static boolean consistent(long size1, long size2, List<Hash> proof, Hash root1, Hash root2) {
        if (size1 < 0 || size1 > size2) {
            return false;
        }
        if (size1 == size2 || size1 == 0) {
            return proof.isEmpty() && (size1 == 0 ? root1.equals(Hash.empty()) : root1.equals(root2));
        }
        Iterator<Hash> hashes = proof.iterator();
        long node = size1 - 1;
        long last = size2 - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        // A first tree that is one complete subtree is its own first hash.
        @Nullable Hash first = node == 0 ? root1 : next(hashes);
        if (first == null) {
            return false;
        }
        Hash hash1 = first;
        Hash hash2 = first;
        while (hashes.hasNext()) {
            Hash sibling = hashes.next();
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash1 = Hash.node(sibling, hash1);
                hash2 = Hash.node(sibling, hash2);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash2 = Hash.node(hash2, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash1.equals(root1) && hash2.equals(root2);
    }

    private static @Nullable Hash next(Iterator<Hash> hashes) {
        return hashes.hasNext() ? hashes.next() : null;
    }
}
