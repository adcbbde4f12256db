/** What people see in a browser. */
@NullMarked
package park.pipeline.api.pages;

import org.jspecify.annotations.NullMarked;
