package park.pipeline.core.seal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints in the order of their sizes: those stored, page by page, and those that an auditor has kept elsewhere, which
 * nobody here can have changed.
 */
final class SignedCheckpoints {
    private static final int PAGE = 1_000;

    /** @param checkpoint null where no known key has signed the note, or it is not for this log, or not what its row says */
    record Claim(long size, @Nullable Checkpoint checkpoint) {}

    private final SealedTree tree;
    private final List<VerifierKey> keys;
    private final String origin;
    private final List<Claim> kept;
    private final List<Claim> page = new ArrayList<>();
    private final long newest;
    private long read = -1;

    /** @param kept notes from elsewhere */
    SignedCheckpoints(SealedTree tree, List<VerifierKey> keys, String origin, List<String> kept) {
        this.tree = tree;
        this.keys = keys;
        this.origin = origin;
        SealedTree.Stored last = tree.newest();
        // What is signed from now on is of no concern.
        this.newest = last == null ? -1 : last.size();
        this.kept = new ArrayList<>(kept.stream()
                .map(this::open)
                .map(c -> new Claim(c == null ? 0 : c.size(), c))
                .sorted(Comparator.comparingLong(Claim::size))
                .toList());
    }

    /** Takes those of up to this size that have not been taken before. */
    List<Claim> upTo(long size) {
        List<Claim> due = new ArrayList<>();
        while (!kept.isEmpty() && kept.getFirst().size() <= size) {
            due.add(kept.removeFirst());
        }
        fill();
        while (!page.isEmpty() && page.getFirst().size() <= size) {
            due.add(page.removeFirst());
            fill();
        }
        return due;
    }

    private void fill() {
        if (page.isEmpty() && read < newest) {
            for (SealedTree.Stored stored : tree.after(read, PAGE)) {
                page.add(claim(stored));
                read = stored.size();
            }
        }
    }

    private Claim claim(SealedTree.Stored stored) {
        Checkpoint opened = open(stored.note());
        boolean asStored = opened != null
                && opened.size() == stored.size()
                && opened.root().equals(stored.root());
        return new Claim(stored.size(), asStored ? opened : null);
    }

    private @Nullable Checkpoint open(String note) {
        for (VerifierKey key : keys) {
            Checkpoint checkpoint = Checkpoint.open(note, key);
            if (checkpoint != null && checkpoint.origin().equals(origin)) {
                return checkpoint;
            }
        }
        return null;
    }
}
