package park.pipeline.projections.view;

import java.util.List;

/**
 * One question's tables. A view takes events in the order of the log; it has no effects beside its own rows, so that it
 * can be built again at any time.
 */
public interface View {
    /** The name under which it is known in the API, in metrics and in its tables; lower case. */
    String name();

    /** Its tables, but for that of the versions, which every view has. */
    List<ViewTable> tables();

    /**
     * Writes the rows that follow from these events, within the caller's transaction.
     *
     * @param steps consecutive events, each exactly once and in order; never part of a command
     * @param generation whose tables are written
     * @throws RuntimeException if a row cannot be right: the view then stops and shows why
     */
    void apply(List<Step> steps, Generation generation);

    /**
     * Gives the rows that follow from all events of one project: the same that {@link #apply} would have written by and by, but for
     * those that {@link #complete} writes.
     *
     * @param life of one project, from its registration on
     */
    void load(List<Step> life, Rows rows);

    /** Writes the rows that follow from those of all projects together, within the caller's transaction. */
    default void complete(Generation generation) {
        // most views have none
    }
}
