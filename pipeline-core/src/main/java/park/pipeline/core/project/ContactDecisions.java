package park.pipeline.core.project;

import java.util.Map;
import park.pipeline.core.project.ProjectCommand.AddContactPerson;
import park.pipeline.core.project.ProjectCommand.EraseContactPerson;

/** The commands about a project's contact persons: allowed in every stage. */
final class ContactDecisions {
    private ContactDecisions() {}

    static ProjectEvent add(AddContactPerson c) {
        return new ProjectEvent.ContactPersonAdded(c.contactId(), c.sealed(), c.remarks());
    }

    static ProjectEvent erase(EraseContactPerson c, Timeline timeline) {
        Boolean erased = timeline.contacts().persons().get(c.contactId());
        if (erased == null) {
            throw new UnknownContact(c.contactId());
        }
        requireNotErased(erased);
        return new ProjectEvent.ContactPersonErased(c.contactId(), c.remarks());
    }

    static void requireNotErased(boolean erased) {
        if (erased) {
            throw Refused.byRule("nothing-changed", Map.of());
        }
    }
}
