/** Personal data: sealed under a key of each person's own, and gone for good with it. */
@NullMarked
package park.pipeline.core.person;

import org.jspecify.annotations.NullMarked;
