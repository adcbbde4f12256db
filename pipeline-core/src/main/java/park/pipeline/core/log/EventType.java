package park.pipeline.core.log;

import java.util.List;
import park.pipeline.core.project.ProjectEvent;
import tools.jackson.databind.node.ObjectNode;

/**
 * One name of the log and its revisions, 1, 2, 3 … without gaps.
 *
 * @param payload the class that every revision is read into
 * @param upcasters from revision 1 to 2, from 2 to 3 …; none where there is one revision only
 */
record EventType(String name, Class<? extends ProjectEvent> payload, List<Upcaster> upcasters) {
    EventType(String name, Class<? extends ProjectEvent> payload, Upcaster... upcasters) {
        this(name, payload, List.of(upcasters));
    }

    /** The newest revision. */
    int revision() {
        return upcasters.size() + 1;
    }

    /**
     * Fields of any revision as the newest has them.
     *
     * @throws UnreadableEvent if this release does not know the revision
     */
    ObjectNode upcast(int revision, ObjectNode fields) {
        if (revision < 1 || revision > revision()) {
            throw new UnreadableEvent("The log has no revision " + revision + " of " + name, null);
        }
        ObjectNode upcast = fields;
        for (Upcaster step : upcasters.subList(revision - 1, upcasters.size())) {
            upcast = step.upcast(upcast);
        }
        return upcast;
    }

    /** The oldest revision that says all of this: the one to write. */
    int revisionFor(ObjectNode fields) {
        int revision = revision();
        while (revision > 1 && upcasters.get(revision - 2).saysNothingNew(fields)) {
            revision--;
        }
        return revision;
    }
}
