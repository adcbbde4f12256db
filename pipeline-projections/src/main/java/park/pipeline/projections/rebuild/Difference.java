package park.pipeline.projections.rebuild;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A row that is not what the log says. Values are text, dates and hexadecimal as the database writes them.
 *
 * @param table without its generation
 * @param key what tells the row from others
 * @param live the values that differ, as they stood in the live view; null where it lacked the row
 * @param rebuilt the same, as they follow from the log; null where no row follows from it
 */
public record Difference(
        String table,
        SortedMap<String, @Nullable String> key,
        @Nullable SortedMap<String, @Nullable String> live,
        @Nullable SortedMap<String, @Nullable String> rebuilt) {}
