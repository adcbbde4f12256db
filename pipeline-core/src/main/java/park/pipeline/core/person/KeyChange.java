package park.pipeline.core.person;

import java.util.UUID;

/** What happens to a person's key together with a command's events: both, or neither. */
public sealed interface KeyChange {
    /** The key of a person who is new. */
    record Kept(PersonKey key) implements KeyChange {}

    /** The key of a person who is erased: nobody will open what it sealed. */
    record Destroyed(UUID contactId) implements KeyChange {}
}
