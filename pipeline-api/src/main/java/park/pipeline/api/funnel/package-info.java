/** The funnel over HTTP. */
@NullMarked
package park.pipeline.api.funnel;

import org.jspecify.annotations.NullMarked;
