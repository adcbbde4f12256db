/** The application: words of HTTP in, words of HTTP out. */
@NullMarked
package park.pipeline.api;

import org.jspecify.annotations.NullMarked;
