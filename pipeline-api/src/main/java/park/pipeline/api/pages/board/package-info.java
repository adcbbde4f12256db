/** 看板: the projects stage by stage, to be moved on. */
@NullMarked
package park.pipeline.api.pages.board;

import org.jspecify.annotations.NullMarked;
