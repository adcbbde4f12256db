/** 管理: views and their rebuilds, users, targets, limits. */
@NullMarked
package park.pipeline.api.pages.admin;

import org.jspecify.annotations.NullMarked;
