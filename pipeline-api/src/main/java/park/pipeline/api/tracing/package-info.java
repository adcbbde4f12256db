/** The way of a command from its request to the views that show it, as one trace. Off unless it is exported. */
@NullMarked
package park.pipeline.api.tracing;

import org.jspecify.annotations.NullMarked;
