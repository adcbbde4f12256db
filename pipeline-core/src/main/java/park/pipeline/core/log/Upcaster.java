package park.pipeline.core.log;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step from a revision of an event's fields to the next. Old lines are never written anew: each is led up, step by
 * step, whenever it is read. The fields are the event's own, without its day and its remarks.
 */
interface Upcaster {
    /**
     * The same fact in the words of the newer revision.
     *
     * @param older may be changed
     * @throws IllegalArgumentException if the older revision could not have written it
     */
    ObjectNode upcast(ObjectNode older);

    /**
     * Whether the older revision says all of this in the same fields. It is then written in that one, so that whoever
     * knows only the older, a client or a node not yet replaced, reads on until something new is really said.
     */
    default boolean saysNothingNew(ObjectNode newer) {
        return false;
    }

    /** A revision that says more: these optional fields are new, all others are what they were. */
    static Upcaster adding(String... fields) {
        List<String> added = List.of(fields);
        return new Upcaster() {
            @Override
            public ObjectNode upcast(ObjectNode older) {
                if (!saysNothingNew(older)) {
                    throw new IllegalArgumentException("A field that this revision did not have: " + older);
                }
                return older;
            }

            @Override
            public boolean saysNothingNew(ObjectNode newer) {
                return added.stream().noneMatch(newer::has);
            }
        };
    }
}
