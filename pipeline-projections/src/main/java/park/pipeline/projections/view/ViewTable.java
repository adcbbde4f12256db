package park.pipeline.projections.view;

import java.util.List;

/**
 * One table of a view.
 *
 * @param name as it is called without its generation
 * @param key the columns that tell one row from another; the first of them is indexed, and a table is gone through in its
 *     order
 */
public record ViewTable(String name, List<String> key) {
    public ViewTable(String name, String... key) {
        this(name, List.of(key));
    }
}
