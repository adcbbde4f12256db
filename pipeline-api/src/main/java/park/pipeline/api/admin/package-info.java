/** What the administrator sees of the views. */
@NullMarked
package park.pipeline.api.admin;

import org.jspecify.annotations.NullMarked;
