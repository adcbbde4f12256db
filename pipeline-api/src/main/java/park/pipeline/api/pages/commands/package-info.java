/** Commands as forms: described once, shown in a sheet, sent through the interface. */
@NullMarked
package park.pipeline.api.pages.commands;

import org.jspecify.annotations.NullMarked;
