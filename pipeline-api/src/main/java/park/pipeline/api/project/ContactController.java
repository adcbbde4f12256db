package park.pipeline.api.project;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.access.Accesses;
import park.pipeline.api.http.Ids;
import park.pipeline.api.http.Page;
import park.pipeline.api.http.Query;
import park.pipeline.api.http.Reads;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.core.access.Access.Action;
import park.pipeline.core.input.FieldChecks;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.person.KeyChange;
import park.pipeline.core.person.Person;
import park.pipeline.core.person.PersonCipher;
import park.pipeline.core.person.PersonKey;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.Remarks;
import park.pipeline.projections.contact.ContactItem;
import park.pipeline.projections.contact.ContactQueries;

/** The contact persons of a project: sealed here, before anything else of the service sees them. */
@RestController
@RequestMapping("/api/projects/{id}/contacts")
class ContactController {
    /** Nothing of it is printed: Spring prints bodies at log level DEBUG. */
    record ContactPersonBody(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String position) {
        @Override
        public String toString() {
            return "ContactPersonBody[…]";
        }
    }

    private static final int NAME = 200;
    private static final int PHONE = 50;
    private static final int EMAIL = 200;
    private static final int POSITION = 100;

    private final CommandSender sender;
    private final ContactQueries contacts;
    private final Reads reads;
    private final LogReader log;
    private final Accesses accesses;

    ContactController(CommandSender sender, ContactQueries contacts, Reads reads, LogReader log, Accesses accesses) {
        this.accesses = accesses;
        this.sender = sender;
        this.contacts = contacts;
        this.reads = reads;
        this.log = log;
    }

    @PostMapping
    ResponseEntity<CommandResult> add(
            @PathVariable String id, @RequestBody ContactPersonBody body, HttpServletRequest request, Query query) {
        CommandHeaders headers = CommandHeaders.of(request, query);
        FieldChecks checks = new FieldChecks();
        Person person = new Person(
                checks.requiredText("name", body.name(), NAME),
                checks.text("phone", body.phone(), PHONE),
                checks.text("email", body.email(), EMAIL),
                checks.text("position", body.position(), POSITION));
        checks.done();
        UUID project = Ids.uuid(id);
        PersonKey key = PersonKey.fresh(project);
        return sender.addContact(
                new ProjectCommand.AddContactPerson(
                        project, key.contactId(), PersonCipher.seal(person, key), Remarks.NONE),
                "/api/projects/" + project + "/contacts/" + key.contactId(),
                new KeyChange.Kept(key),
                headers);
    }

    @DeleteMapping("/{contactId}")
    ResponseEntity<CommandResult> erase(
            @PathVariable String id, @PathVariable String contactId, HttpServletRequest request, Query query) {
        UUID contact = Ids.uuid(contactId);
        ResponseEntity<CommandResult> answer = sender.eraseContact(
                new ProjectCommand.EraseContactPerson(Ids.uuid(id), contact, Remarks.NONE),
                new KeyChange.Destroyed(contact),
                CommandHeaders.of(request, query));
        accesses.record(Action.ERASED, request.getRequestURI(), request);
        return answer;
    }

    @GetMapping
    ResponseEntity<Page<ContactItem>> all(@PathVariable String id, HttpServletRequest request, Query query) {
        query.knows("limit", "cursor");
        int limit = query.limit();
        long after = query.after();
        long position = await(request);
        List<ContactItem> found = of(id).stream()
                .filter(item -> item.sequence() > after)
                .limit(limit + 1L)
                .toList();
        List<ContactItem> page = found.subList(0, Math.min(limit, found.size()));
        return Reads.at(
                position,
                new Page<>(
                        page, found.size() > limit ? query.cursor(page.getLast().sequence()) : null));
    }

    @GetMapping("/{contactId}")
    ResponseEntity<ContactItem> one(
            @PathVariable String id, @PathVariable String contactId, HttpServletRequest request, Query query) {
        query.knows().done();
        UUID contact = Ids.uuid(contactId);
        long position = await(request);
        return Reads.at(
                position,
                of(id).stream()
                        .filter(item -> item.contactId().equals(contact))
                        .findFirst()
                        .orElseThrow(() -> ApiProblem.notFound().asException()));
    }

    /** The log is read after its head: the answer includes at least this position. */
    private long await(HttpServletRequest request) {
        reads.awaitLog(request);
        return log.head();
    }

    private List<ContactItem> of(String id) {
        List<ContactItem> items = contacts.of(Ids.uuid(id));
        if (items == null) {
            throw ApiProblem.notFound().asException();
        }
        return items;
    }
}
