package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.SampleCommands.amend;
import static park.pipeline.core.project.SampleCommands.assign;
import static park.pipeline.core.project.SampleCommands.beginPermitting;
import static park.pipeline.core.project.SampleCommands.commenceProduction;
import static park.pipeline.core.project.SampleCommands.correctDate;
import static park.pipeline.core.project.SampleCommands.grantPermit;
import static park.pipeline.core.project.SampleCommands.logContact;
import static park.pipeline.core.project.SampleCommands.openNegotiation;
import static park.pipeline.core.project.SampleCommands.reachFullCapacity;
import static park.pipeline.core.project.SampleCommands.register;
import static park.pipeline.core.project.SampleCommands.reopen;
import static park.pipeline.core.project.SampleCommands.reportProgress;
import static park.pipeline.core.project.SampleCommands.retractStage;
import static park.pipeline.core.project.SampleCommands.reviseInvestment;
import static park.pipeline.core.project.SampleCommands.signContract;
import static park.pipeline.core.project.SampleCommands.signIntent;
import static park.pipeline.core.project.SampleCommands.startConstruction;
import static park.pipeline.core.project.SampleCommands.waivePermit;
import static park.pipeline.core.project.SampleCommands.with;
import static park.pipeline.core.project.SampleCommands.withdraw;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.registered;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What any command may carry beside its own facts is on its event, word for word. */
class RemarksTest {
    private static final String DAY = "2023-09-30";
    private static final Remarks REMARKS = new Remarks("第一行\n第二行", Precision.QUARTER, false);

    static List<Arguments> everyCommandWhereItIsAllowed() {
        return List.of(
                Arguments.of(Stage.LEAD, openNegotiation(DAY)),
                Arguments.of(Stage.LEAD, signIntent(DAY)),
                Arguments.of(Stage.INTENT, signContract(DAY)),
                Arguments.of(Stage.CONTRACT, beginPermitting(DAY)),
                Arguments.of(Stage.PERMITTING, grantPermit(DAY, Permit.EIA)),
                Arguments.of(Stage.PERMITTING, waivePermit(DAY, Permit.EIA)),
                Arguments.of(Stage.PERMITTING, startConstruction(DAY)),
                Arguments.of(Stage.CONSTRUCTION, reportProgress(DAY, 1, 1)),
                Arguments.of(Stage.CONSTRUCTION, commenceProduction(DAY)),
                Arguments.of(Stage.PRODUCTION, reachFullCapacity(DAY)),
                Arguments.of(Stage.INTENT, withdraw(DAY)),
                Arguments.of(Stage.WITHDRAWN, reopen(DAY)),
                Arguments.of(Stage.LEAD, assign(DAY, "一组", null)),
                Arguments.of(Stage.LEAD, reviseInvestment(DAY, 1)),
                Arguments.of(Stage.LEAD, logContact(DAY)),
                Arguments.of(Stage.LEAD, amend(DAY, Amendments.origin("32"))),
                Arguments.of(Stage.LEAD, correctDate(Stage.LEAD, DAY)),
                Arguments.of(Stage.INTENT, retractStage()));
    }

    @ParameterizedTest
    @MethodSource("everyCommandWhereItIsAllowed")
    void the_remarks_of_a_command_are_those_of_its_event(Stage stage, ProjectCommand ask) {
        Story story = Story.of(pathTo(stage));
        ProjectEvent plain = story.decided(ask).getFirst();
        ProjectCommand remarked = (ProjectCommand) with(REMARKS, (Record) ask);
        story.when(remarked).containsExactly((ProjectEvent) with(REMARKS, (Record) plain));
    }

    @Test
    void the_remarks_of_a_registration_are_those_of_its_event() {
        Story.of().when(with(REMARKS, register(DAY))).containsExactly(with(REMARKS, registered(DAY)));
    }

    @Test
    void no_command_but_the_import_is_forgotten_here() {
        assertThat(everyCommandWhereItIsAllowed()).hasSize(18);
        assertThat(everyCommandWhereItIsAllowed().stream()
                        .map(a -> a.get()[1].getClass())
                        .distinct())
                .hasSize(18);
    }
}
