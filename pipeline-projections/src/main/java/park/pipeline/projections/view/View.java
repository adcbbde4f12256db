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
}
