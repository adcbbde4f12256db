/** How projects move from stage to stage: the flow between two days, what a cohort has reached, how long it takes. */
@NullMarked
package park.pipeline.projections.stage;

import org.jspecify.annotations.NullMarked;
