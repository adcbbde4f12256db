/** Who took data out, checked it, or came in: put on record, and shown to auditors. */
@NullMarked
package park.pipeline.api.access;

import org.jspecify.annotations.NullMarked;
