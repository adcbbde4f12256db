/** News as they happen, for whoever listens. */
@NullMarked
package park.pipeline.api.stream;

import org.jspecify.annotations.NullMarked;
