/** What all views share: the way in for events, the position, the version that each row has seen, the wait. */
@NullMarked
package park.pipeline.projections.view;

import org.jspecify.annotations.NullMarked;
