/** Who may do what, and who one is. */
@NullMarked
package park.pipeline.api.security;

import org.jspecify.annotations.NullMarked;
