/** The park's codes with their words in Chinese and English. */
@NullMarked
package park.pipeline.core.catalogue;

import org.jspecify.annotations.NullMarked;
