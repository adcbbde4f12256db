/** 总览: where all projects stand, for a leader in ten seconds. */
@NullMarked
package park.pipeline.api.pages.overview;

import org.jspecify.annotations.NullMarked;
