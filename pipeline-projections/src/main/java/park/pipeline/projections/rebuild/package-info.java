/** Building a view again from the log, beside the live one: to compare the two, and to take the place of the live one. */
@NullMarked
package park.pipeline.projections.rebuild;

import org.jspecify.annotations.NullMarked;
