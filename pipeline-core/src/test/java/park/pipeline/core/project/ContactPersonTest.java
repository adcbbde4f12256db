package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.PROJECT;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.registered;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import park.pipeline.core.project.ProjectCommand.AddContactPerson;
import park.pipeline.core.project.ProjectCommand.EraseContactPerson;
import park.pipeline.core.project.ProjectEvent.ContactPersonAdded;
import park.pipeline.core.project.ProjectEvent.ContactPersonErased;

class ContactPersonTest {
    private static final UUID ZHANG = new UUID(0, 1);
    private static final UUID LI = new UUID(0, 2);
    private static final AddContactPerson ADD = new AddContactPerson(PROJECT, ZHANG, "c2VhbGVk", Remarks.NONE);
    private static final EraseContactPerson ERASE = new EraseContactPerson(PROJECT, ZHANG, Remarks.NONE);
    private static final ContactPersonAdded ADDED = new ContactPersonAdded(ZHANG, "c2VhbGVk", Remarks.NONE);
    private static final ContactPersonErased ERASED = new ContactPersonErased(ZHANG, Remarks.NONE);

    @ParameterizedTest
    @EnumSource
    void a_person_is_added_and_erased_in_every_stage(Stage stage) {
        given(pathTo(stage)).when(ADD).thenEvents(ADDED).thenStage(stage);
        given(with(pathTo(stage), ADDED)).when(ERASE).thenEvents(ERASED).thenStage(stage);
    }

    @Test
    void a_person_is_erased_once() {
        given(registered("2023-01-05"), ADDED, ERASED).when(ERASE).thenRefused("nothing-changed");
    }

    @Test
    void who_was_never_added_is_not_found() {
        Timeline timeline = Timeline.EMPTY
                .after(new Recorded(LI, 1, Instant.EPOCH, registered("2023-01-05")))
                .after(new Recorded(ZHANG, 2, Instant.EPOCH, ADDED));
        assertThatThrownBy(() -> Decision.of(
                        new EraseContactPerson(PROJECT, LI, Remarks.NONE), timeline, LocalDate.parse("2023-02-01")))
                .isInstanceOf(UnknownContact.class);
    }

    private static ProjectEvent[] with(ProjectEvent[] path, ProjectEvent last) {
        ProjectEvent[] longer = Arrays.copyOf(path, path.length + 1);
        longer[path.length] = last;
        return longer;
    }
}
