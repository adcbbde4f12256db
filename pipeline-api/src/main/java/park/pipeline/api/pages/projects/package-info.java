/** 项目: all projects as a table, to be searched, sorted and taken along as a file. */
@NullMarked
package park.pipeline.api.pages.projects;

import org.jspecify.annotations.NullMarked;
