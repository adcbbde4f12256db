/** One project step by step: what each event found, what it left, and what that changed. */
@NullMarked
package park.pipeline.projections.replay;

import org.jspecify.annotations.NullMarked;
