package park.pipeline.projections.contact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.person.Person;
import park.pipeline.core.person.PersonCipher;
import park.pipeline.core.person.PersonKey;
import park.pipeline.core.person.PersonKeys;
import park.pipeline.core.project.ProjectEvent.ContactPersonAdded;
import park.pipeline.core.project.ProjectEvent.ContactPersonErased;

/**
 * The contact persons of a project, opened from the log as they are asked for. No view holds them, so that an erased one is
 * nowhere else to be forgotten.
 */
public final class ContactQueries {
    private final LogReader log;
    private final PersonKeys keys;

    public ContactQueries(LogReader log, PersonKeys keys) {
        this.log = log;
        this.keys = keys;
    }

    /**
     * All of a project, in the order in which they were added.
     *
     * @return null where there is no such project
     */
    public @Nullable List<ContactItem> of(UUID projectId) {
        List<LoggedEvent> events = log.streams().of(projectId, 1, Long.MAX_VALUE);
        if (events.isEmpty()) {
            return null;
        }
        // The keys are read last: whoever is erased meanwhile has none, and is not opened.
        Map<UUID, LoggedEvent> erased = new HashMap<>();
        events.forEach(event -> {
            if (event.event() instanceof ContactPersonErased e) {
                erased.put(e.contactId(), event);
            }
        });
        Map<UUID, PersonKey> open = keys.of(projectId);
        return events.stream()
                .flatMap(event -> event.event() instanceof ContactPersonAdded added
                        ? Stream.of(item(event, added, open.get(added.contactId()), erased.get(added.contactId())))
                        : Stream.empty())
                .toList();
    }

    private static ContactItem item(
            LoggedEvent event, ContactPersonAdded added, @Nullable PersonKey key, @Nullable LoggedEvent erased) {
        Person person = key == null ? null : PersonCipher.open(added.sealed(), key);
        return new ContactItem(
                added.contactId(),
                person == null ? null : person.name(),
                person == null ? null : person.phone(),
                person == null ? null : person.email(),
                person == null ? null : person.position(),
                key == null,
                event.recorded().recordedAt(),
                event.actor(),
                erased == null ? null : erased.recorded().recordedAt(),
                event.recorded().sequence());
    }
}
