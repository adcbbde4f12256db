package park.pipeline.api.pages.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.Stage;

class CommandNameTest {
    /** Asked of no project that is there; or by a button beside the person. */
    private static final Set<Class<?>> WITHOUT_A_FORM = Set.of(
            ProjectCommand.RegisterLead.class,
            ProjectCommand.ImportProject.class,
            ProjectCommand.EraseContactPerson.class);

    @Test
    void every_command_has_a_form() {
        Set<Class<?>> commands = Stream.of(ProjectCommand.class.getDeclaredClasses())
                .filter(c -> c.isRecord() && ProjectCommand.class.isAssignableFrom(c))
                .collect(Collectors.toSet());
        Set<Class<?>> formed =
                Stream.of(CommandName.values()).map(CommandName::command).collect(Collectors.toSet());

        assertThat(commands).hasSizeGreaterThan(15);
        commands.removeAll(WITHOUT_A_FORM);
        assertThat(formed).isEqualTo(commands);
    }

    @Test
    void a_card_is_moved_by_the_command_that_leads_there() {
        assertThat(CommandName.into(Stage.INTENT, Stage.LEAD)).isEqualTo(CommandName.SIGN_INTENT);
        assertThat(CommandName.into(Stage.WITHDRAWN, Stage.LEAD)).isEqualTo(CommandName.WITHDRAW);
        assertThat(CommandName.into(Stage.CONTRACT, Stage.WITHDRAWN)).isEqualTo(CommandName.REOPEN);
        assertThat(CommandName.into(Stage.LEAD, Stage.INTENT)).isNull();
    }
}
