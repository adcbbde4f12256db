/** Whom to talk to about a project. */
@NullMarked
package park.pipeline.projections.contact;

import org.jspecify.annotations.NullMarked;
