/** 报表差异: why two reports for the same day differ, event by event. */
@NullMarked
package park.pipeline.api.pages.reconcile;

import org.jspecify.annotations.NullMarked;
