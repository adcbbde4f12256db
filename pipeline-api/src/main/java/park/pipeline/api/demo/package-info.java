/** What profile {@code demo} begins with: real histories from public sources, and invented ones that say so. */
@NullMarked
package park.pipeline.api.demo;

import org.jspecify.annotations.NullMarked;
