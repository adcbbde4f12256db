/** One project: where it stands, what happened to it, what can be done next; and its history played again. */
@NullMarked
package park.pipeline.api.pages.project;

import org.jspecify.annotations.NullMarked;
