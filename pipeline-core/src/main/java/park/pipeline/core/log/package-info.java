/** The event log: one table, dense positions in the order of commits, one writer whose turns are shared. */
@NullMarked
package park.pipeline.core.log;

import org.jspecify.annotations.NullMarked;
