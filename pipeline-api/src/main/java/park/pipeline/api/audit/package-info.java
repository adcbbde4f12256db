/** What auditors come for: the log itself, and the proof that it is what it was. */
@NullMarked
package park.pipeline.api.audit;

import org.jspecify.annotations.NullMarked;
