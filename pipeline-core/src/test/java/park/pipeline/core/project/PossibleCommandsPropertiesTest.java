package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.RandomHistories.fold;
import static park.pipeline.core.project.RandomHistories.forMany;
import static park.pipeline.core.project.SampleCommands.PROJECT;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import park.pipeline.core.project.ProjectCommand.EraseContactPerson;
import park.pipeline.core.project.ProjectCommand.GrantPermit;
import park.pipeline.core.project.ProjectCommand.Retract;
import park.pipeline.core.project.ProjectCommand.WaivePermit;

/** What is said to be possible and what is decided never part, whatever happened before. */
class PossibleCommandsPropertiesTest {
    private static final int MANY = 300;
    private static final int ASKS = 12;
    private static final Set<String> OF_HISTORY =
            Set.of("wrong-stage", "permits-missing", "has-dependents", "nothing-to-retract");
    /** No ask lies in its future: only the history refuses. */
    private static final LocalDate LATE = LocalDate.of(9999, 12, 31);

    @Test
    void whatever_is_impossible_is_refused_by_that_rule_and_the_possible_by_none_of_the_history() {
        Set<String> seen = new TreeSet<>();
        forEveryMoment((timeline, today, random) -> {
            RandomCommands commands = new RandomCommands(random, PROJECT, "项目");
            for (int i = 0; i < ASKS; i++) {
                ProjectCommand ask =
                        (ProjectCommand) SampleCommands.with(Remarks.NONE, (Record) commands.next(timeline, today));
                Refused foreseen = foreseen(ask, timeline);
                Refused refused = refused(ask, timeline);
                if (foreseen == null) {
                    assertThat(refused == null ? "" : refused.code())
                            .as("%s", ask)
                            .isNotIn(OF_HISTORY);
                } else {
                    assertThat(refused).as("%s, foreseen %s", ask, foreseen).isNotNull();
                    assertThat(refused.code()).as("%s", ask).isEqualTo(foreseen.code());
                    seen.add(ask.getClass().getSimpleName() + " " + foreseen.code());
                }
            }
        });
        assertThat(seen)
                .contains(
                        "OpenNegotiation wrong-stage",
                        "StartConstruction permits-missing",
                        "GrantPermit wrong-stage",
                        "Retract has-dependents",
                        "Retract nothing-to-retract",
                        "Retract wrong-stage",
                        "EraseContactPerson nothing-changed");
    }

    @Test
    void whatever_is_possible_is_accepted_with_suitable_values() {
        forEveryMoment((timeline, today, random) -> {
            for (ProjectCommand ask : suitable(timeline, today)) {
                boolean possible = PossibleCommands.refusal(ask.getClass(), timeline) == null;
                assertThat(refused(ask, timeline) == null).as("%s", ask).isEqualTo(possible);
            }
            for (Permit permit : Permit.values()) {
                var grant = new GrantPermit(PROJECT, today, permit, null, Remarks.NONE);
                boolean open = PossibleCommands.unsettled(timeline).contains(permit);
                assertThat(refused(grant, timeline) == null).as("%s", grant).isEqualTo(open);
            }
            for (Stage stage : Stage.values()) {
                var correct = new ProjectCommand.CorrectDate(PROJECT, LATE, stage, "wrong day", Remarks.NONE);
                Refused refused = refused(correct, timeline);
                boolean dated = PossibleCommands.datedStages(timeline).contains(stage);
                assertThat(refused != null && refused.code().equals("wrong-stage"))
                        .as("%s", correct)
                        .isEqualTo(!dated);
            }
        });
    }

    @Test
    void whatever_can_be_taken_back_is() {
        forEveryMoment((timeline, today, random) -> {
            List<Permit> permits = PossibleCommands.retractable(timeline);
            for (Permit permit : Permit.values()) {
                assertThat(refused(SampleCommands.retractPermit(permit), timeline) == null)
                        .isEqualTo(permits.contains(permit));
            }
            assertThat(PossibleCommands.refusalToRetract(Retractable.PERMIT, timeline) == null)
                    .isEqualTo(!permits.isEmpty());
            for (Retractable what : List.of(Retractable.STAGE, Retractable.PROGRESS, Retractable.INVESTMENT)) {
                assertThat(refused(SampleCommands.retract(what), timeline) == null)
                        .as("%s", what)
                        .isEqualTo(PossibleCommands.refusalToRetract(what, timeline) == null);
            }
        });
    }

    private static @Nullable Refused foreseen(ProjectCommand ask, Timeline timeline) {
        return switch (ask) {
            case Retract c
            when c.permit() != null && PossibleCommands.retractable(timeline).isEmpty() ->
                PossibleCommands.refusalToRetract(Retractable.PERMIT, timeline);
            case Retract c
            when c.permit() != null ->
                PossibleCommands.retractable(timeline).contains(c.permit())
                        ? null
                        : Refused.byRule("nothing-to-retract", Map.of());
            case Retract c -> PossibleCommands.refusalToRetract(c.what(), timeline);
            case ProjectCommand.CorrectDate c
            when !PossibleCommands.datedStages(timeline).contains(c.stage()) -> Refused.byRule("wrong-stage", Map.of());
            default -> PossibleCommands.refusal(ask.getClass(), timeline);
        };
    }

    /** One ask of each kind with the days and values that suit best. */
    private static List<ProjectCommand> suitable(Timeline timeline, LocalDate today) {
        Entry<Progress> last = timeline.series().progress().latest();
        Permit permit =
                PossibleCommands.unsettled(timeline).stream().findFirst().orElse(Permit.FILING);
        UUID person = timeline.contacts().persons().entrySet().stream()
                .filter(erased -> !erased.getValue())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(timeline.contacts().persons().keySet().stream()
                        .findFirst()
                        .orElse(new UUID(0, 0)));
        String day = today.toString();
        ProjectCommand erase = new EraseContactPerson(PROJECT, person, Remarks.NONE);
        List<ProjectCommand> asks = List.of(
                SampleCommands.openNegotiation(day),
                SampleCommands.signIntent(day),
                SampleCommands.signContract(day),
                SampleCommands.beginPermitting(day),
                new GrantPermit(PROJECT, today, permit, null, Remarks.NONE),
                new WaivePermit(PROJECT, today, permit, "not needed", null, Remarks.NONE),
                SampleCommands.startConstruction(day),
                SampleCommands.reportProgress(
                        day, 100, last == null ? 0 : last.value().paidInCny()),
                SampleCommands.commenceProduction(day),
                SampleCommands.reachFullCapacity(day),
                SampleCommands.withdraw(day),
                SampleCommands.reopen(day),
                SampleCommands.assign(day, "一组", null),
                SampleCommands.reviseInvestment(day, 1),
                SampleCommands.logContact(day),
                SampleCommands.amend(day, Amendments.name(timeline.profile().name() + "二期")),
                new ProjectCommand.AddContactPerson(PROJECT, new UUID(1, 1), "c2VhbGVk", Remarks.NONE),
                erase);
        return timeline.contacts().persons().isEmpty() ? asks.subList(0, asks.size() - 1) : asks;
    }

    private interface Moment {
        void look(Timeline timeline, LocalDate today, Random random);
    }

    private static void forEveryMoment(Moment moment) {
        forMany(MANY, history -> {
            Random random = new Random(history.seed());
            Timeline timeline = Timeline.EMPTY;
            for (RandomHistories.Step step : history.steps()) {
                timeline = fold(timeline, step.facts());
                moment.look(timeline, step.today(), random);
            }
        });
    }

    private static @Nullable Refused refused(ProjectCommand ask, Timeline timeline) {
        try {
            Decision.of(ask, timeline, LATE);
            return null;
        } catch (Refused refused) {
            return refused;
        }
    }
}
