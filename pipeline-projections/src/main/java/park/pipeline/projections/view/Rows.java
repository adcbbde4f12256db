package park.pipeline.projections.view;

import org.jspecify.annotations.Nullable;

/** Takes rows for tables that hold none of the same projects yet. */
public interface Rows {
    /**
     * One row.
     *
     * @param table as it is called without its generation
     * @param columns the names of its columns, separated by commas: the same ones for every row of a table
     * @param values in their order
     */
    void add(String table, String columns, @Nullable Object... values);
}
