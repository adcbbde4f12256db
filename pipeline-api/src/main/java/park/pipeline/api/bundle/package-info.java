/** Bundles: a part of the log with all that proves it, checked offline by whoever holds the verifier key. */
@NullMarked
package park.pipeline.api.bundle;

import org.jspecify.annotations.NullMarked;
