/** What all pages share: what stands around them, their two times, words and numbers; a room for each page below. */
@NullMarked
package park.pipeline.api.pages;

import org.jspecify.annotations.NullMarked;
