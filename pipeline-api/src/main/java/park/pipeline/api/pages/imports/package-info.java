/** 导入: a running pipeline comes in as a file, looked at before it is written. */
@NullMarked
package park.pipeline.api.pages.imports;

import org.jspecify.annotations.NullMarked;
