/** What the service says when it says no: RFC 9457, in the reader's language. */
@NullMarked
package park.pipeline.api.problem;

import org.jspecify.annotations.NullMarked;
