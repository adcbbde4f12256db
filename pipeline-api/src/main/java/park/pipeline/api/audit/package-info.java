/** What auditors come for: the log itself. */
@NullMarked
package park.pipeline.api.audit;

import org.jspecify.annotations.NullMarked;
