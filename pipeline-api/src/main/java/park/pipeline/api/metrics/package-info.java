/** What can be watched from outside: how much is written, how it is grouped, and how old the seal is. */
@NullMarked
package park.pipeline.api.metrics;

import org.jspecify.annotations.NullMarked;
