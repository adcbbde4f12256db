package park.pipeline.core.seal;

import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was sealed.
 *
 * @param position the first position that it concerns; null where that cannot be said
 * @param treeSize of the checkpoint that shows it; null where none does
 */
public record Finding(
        Kind kind, @Nullable Long position, @Nullable Long treeSize) {
    /** What was found. */
    public enum Kind {
        /** The stored event is not the one that was sealed. */
        EVENT_ALTERED,
        /** A sealed event is not there, though later ones are. */
        EVENT_MISSING,
        /** The log ends before its seal. */
        LOG_CUT_OFF,
        /** A stored hash of the tree does not follow from those below it. */
        HASH_ALTERED,
        /** The tree is smaller than a checkpoint that was signed. */
        TREE_CUT_BACK,
        /** A checkpoint is not signed by the log's key, or says other than its row. */
        CHECKPOINT_FORGED,
        /** A checkpoint was signed for other events: from {@code position} on at the earliest the log was rewritten. */
        CHECKPOINT_DIFFERS
    }
}
