/** The codes of the park over HTTP. */
@NullMarked
package park.pipeline.api.catalogue;

import org.jspecify.annotations.NullMarked;
