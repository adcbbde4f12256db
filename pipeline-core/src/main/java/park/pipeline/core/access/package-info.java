/** The log of accesses: who took data out, checked it, or came in. Apart from the log of projects, and sealed as it is. */
@NullMarked
package park.pipeline.core.access;

import org.jspecify.annotations.NullMarked;
