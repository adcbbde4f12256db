/** What all routes share: headers, query parameters, cursors, strict JSON. */
@NullMarked
package park.pipeline.api.http;

import org.jspecify.annotations.NullMarked;
