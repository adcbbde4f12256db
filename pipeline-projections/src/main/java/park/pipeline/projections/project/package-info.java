/** Which projects are there, and one of them as it stood on a day and as known at an instant. */
@NullMarked
package park.pipeline.projections.project;

import org.jspecify.annotations.NullMarked;
