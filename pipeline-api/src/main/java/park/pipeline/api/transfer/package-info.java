/** All that a store holds, as one file: written from one database, read into another one, and proven to be equal. */
@NullMarked
package park.pipeline.api.transfer;

import org.jspecify.annotations.NullMarked;
