/** 审计: the log, its seal, and who looked. */
@NullMarked
package park.pipeline.api.pages.audit;

import org.jspecify.annotations.NullMarked;
