/** The description of the HTTP interface, OpenAPI 3.1: written down in {@code resources/openapi}, held true by tests. */
@NullMarked
package park.pipeline.api.description;

import org.jspecify.annotations.NullMarked;
