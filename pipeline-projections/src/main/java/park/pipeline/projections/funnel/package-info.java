/** How many, how much, in which stage, on any day, as known at any instant: a ledger of postings. */
@NullMarked
package park.pipeline.projections.funnel;

import org.jspecify.annotations.NullMarked;
