/** Several processes on one PostgreSQL: who is alive, who feeds which view, and the news of what another one appended. */
@NullMarked
package park.pipeline.api.node;

import org.jspecify.annotations.NullMarked;
