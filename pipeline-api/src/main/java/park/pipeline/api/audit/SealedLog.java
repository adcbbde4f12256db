package park.pipeline.api.audit;

import park.pipeline.core.seal.SealedTree;
import park.pipeline.core.seal.Sealer;

/**
 * A log that is sealed.
 *
 * @param name what it is called in findings
 * @param origin the first line of its checkpoints
 */
record SealedLog(String name, SealedTree tree, Sealer.Entries entries, String origin) {}
