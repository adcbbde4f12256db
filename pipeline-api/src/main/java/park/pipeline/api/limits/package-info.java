/** How many days a project may spend in a stage before its light changes. */
@NullMarked
package park.pipeline.api.limits;

import org.jspecify.annotations.NullMarked;
