/** 分析: how far projects come, and how long it takes them; of any group beside any other. */
@NullMarked
package park.pipeline.api.pages.analysis;

import org.jspecify.annotations.NullMarked;
