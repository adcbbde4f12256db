/** One investment project: what may be asked of it, what happened to it, and what that adds up to. Pure Java, no clock. */
@NullMarked
package park.pipeline.core.project;

import org.jspecify.annotations.NullMarked;
