/** The days on which something happened, and those on which something was recorded. */
@NullMarked
package park.pipeline.projections.calendar;

import org.jspecify.annotations.NullMarked;
