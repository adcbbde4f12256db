/** What a year is to bring, and what it has brought. */
@NullMarked
package park.pipeline.api.targets;

import org.jspecify.annotations.NullMarked;
