package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.ProjectScenario.given;
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
import static park.pipeline.core.project.SampleCommands.reviseInvestment;
import static park.pipeline.core.project.SampleCommands.signContract;
import static park.pipeline.core.project.SampleCommands.signIntent;
import static park.pipeline.core.project.SampleCommands.startConstruction;
import static park.pipeline.core.project.SampleCommands.waivePermit;
import static park.pipeline.core.project.SampleCommands.with;
import static park.pipeline.core.project.SampleCommands.withdraw;
import static park.pipeline.core.project.SampleEvents.intentSigned;
import static park.pipeline.core.project.SampleEvents.pathTo;
import static park.pipeline.core.project.SampleEvents.registered;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import park.pipeline.core.project.ProjectCommand.Dated;
import park.pipeline.core.project.ProjectCommand.RegisterLead;

/** The two rules that hold for the day of every command: no future, and a coarse day is the last of its period. */
class DatesTest {
    private static final String TOMORROW = "2024-06-21";

    static List<Dated> everyDatedCommandOf(String day) {
        return List.of(
                register(day),
                openNegotiation(day),
                signIntent(day),
                signContract(day),
                beginPermitting(day),
                grantPermit(day, Permit.EIA),
                waivePermit(day, Permit.EIA),
                startConstruction(day),
                reportProgress(day, 1, 1),
                commenceProduction(day),
                reachFullCapacity(day),
                withdraw(day),
                reopen(day),
                assign(day, "一组", null),
                reviseInvestment(day, 1),
                logContact(day),
                amend(day, Amendments.origin("32")),
                correctDate(Stage.LEAD, day));
    }

    static List<Dated> everyDatedCommand() {
        return everyDatedCommandOf(TOMORROW);
    }

    static List<Dated> everyDatedCommandInMidMay() {
        return everyDatedCommandOf("2024-05-15");
    }

    @Test
    void no_dated_command_is_forgotten_here() {
        assertThat(everyDatedCommand().stream().map(Object::getClass).map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Dated.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .filter(name -> !name.equals("ImportProject"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("everyDatedCommand")
    void nothing_happens_tomorrow(Dated ask) {
        ProjectEvent[] past = ask instanceof RegisterLead ? new ProjectEvent[0] : pathTo(Stage.LEAD);
        given(past).when(ask).thenRefusedField("occurredOn", "future-date");
    }

    @ParameterizedTest
    @MethodSource("everyDatedCommandInMidMay")
    void a_day_in_the_middle_of_a_month_does_not_stand_for_the_month(Dated ask) {
        ProjectEvent[] past = ask instanceof RegisterLead ? new ProjectEvent[0] : pathTo(Stage.LEAD);
        ProjectCommand coarse = (ProjectCommand) with(new Remarks(null, Precision.MONTH, false), (Record) ask);
        given(past).when(coarse).thenRefusedField("occurredOn", "out-of-range");
    }

    @Test
    void the_present_day_is_not_in_the_future() {
        given(registered("2024-06-01")).when(signIntent("2024-06-20")).thenEvents(intentSigned("2024-06-20"));
    }

    @Test
    void the_park_s_own_day_decides_what_is_the_future() {
        given(registered("2024-06-01"))
                .when(signIntent(TOMORROW), LocalDate.parse(TOMORROW))
                .thenEvents(intentSigned(TOMORROW));
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH,2024-05-31",
        "MONTH,2024-02-29",
        "MONTH,2023-02-28",
        "MONTH,2024-06-20",
        "QUARTER,2024-03-31",
        "QUARTER,2023-12-31",
        "QUARTER,2024-06-20",
        "YEAR,2023-12-31",
        "YEAR,2024-06-20",
        "DAY,2024-05-15"
    })
    void a_coarse_day_is_the_last_of_its_period_or_today(Precision precision, String day) {
        Remarks remarks = new Remarks(null, precision, false);
        given(registered("2020-01-01"))
                .when(with(remarks, signIntent(day)))
                .thenEvents(with(remarks, intentSigned(day)));
    }

    @ParameterizedTest
    @CsvSource({
        "MONTH,2024-02-28",
        "MONTH,2024-06-19",
        "MONTH,2024-06-01",
        "QUARTER,2024-05-31",
        "QUARTER,2024-06-19",
        "QUARTER,2024-01-31",
        "YEAR,2024-05-31",
        "YEAR,2024-06-19",
        "YEAR,2023-12-30",
        "YEAR,2023-01-01"
    })
    void no_other_day_stands_for_a_period(Precision precision, String day) {
        given(registered("2020-01-01"))
                .when(with(new Remarks(null, precision, false), signIntent(day)))
                .thenRefusedField("occurredOn", "out-of-range");
    }

    @Test
    void a_coarse_day_after_today_is_in_the_future_even_as_the_last_of_its_period() {
        given(registered("2020-01-01"))
                .when(with(new Remarks(null, Precision.MONTH, false), signIntent("2024-06-30")))
                .thenRefusedField("occurredOn", "future-date");
    }
}
