/** What a well-formed field is, for whoever brings one in: the HTTP edge, an import, a page. */
@NullMarked
package park.pipeline.core.input;

import org.jspecify.annotations.NullMarked;
