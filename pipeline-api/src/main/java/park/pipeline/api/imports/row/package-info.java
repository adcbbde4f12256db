/** What one row asks for, and every reason why it cannot have it. */
@NullMarked
package park.pipeline.api.imports.row;

import org.jspecify.annotations.NullMarked;
