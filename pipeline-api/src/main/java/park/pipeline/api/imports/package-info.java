/** A running pipeline, brought in from a file. */
@NullMarked
package park.pipeline.api.imports;

import org.jspecify.annotations.NullMarked;
