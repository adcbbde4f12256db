/** A request sent again under its {@code Idempotency-Key} is answered as it was the first time, and does nothing twice. */
@NullMarked
package park.pipeline.api.receipt;

import org.jspecify.annotations.NullMarked;
