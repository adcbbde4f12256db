/** Commands on projects, and reads of projects. */
@NullMarked
package park.pipeline.api.project;

import org.jspecify.annotations.NullMarked;
