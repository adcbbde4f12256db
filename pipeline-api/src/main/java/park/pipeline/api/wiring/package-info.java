/** How log, aggregate, views and database are put together. */
@NullMarked
package park.pipeline.api.wiring;

import org.jspecify.annotations.NullMarked;
