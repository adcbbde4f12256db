/** What happened to one project, event by event. */
@NullMarked
package park.pipeline.projections.history;

import org.jspecify.annotations.NullMarked;
