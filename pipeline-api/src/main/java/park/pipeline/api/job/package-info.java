/** Work that takes longer than a request: it is started, watched, and its result is kept. */
@NullMarked
package park.pipeline.api.job;

import org.jspecify.annotations.NullMarked;
