/** The seal of a log: a Merkle tree over its lines, signed checkpoints, and proofs that anybody can check. */
@NullMarked
package park.pipeline.core.seal;

import org.jspecify.annotations.NullMarked;
