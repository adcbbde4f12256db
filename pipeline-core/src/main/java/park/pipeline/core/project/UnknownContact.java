package park.pipeline.core.project;

import java.util.UUID;

/** The project never had such a contact person. */
public final class UnknownContact extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownContact(UUID contactId) {
        super("No contact person " + contactId, null, false, false);
    }
}
