package park.pipeline.core.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import park.pipeline.core.project.ProjectCommand.Milestone;

/** Asks at random, many of them such as might be accepted next. */
final class RandomCommands {
    private final Random random;
    private final UUID id;
    private final RandomDays days;
    private final RandomProfiles profiles;

    RandomCommands(Random random, UUID id, String name) {
        this.random = random;
        this.id = id;
        this.days = new RandomDays(random);
        this.profiles = new RandomProfiles(random, name);
    }

    ProjectCommand next(Timeline timeline, LocalDate today) {
        if (timeline.version() == 0) {
            return random.nextInt(5) == 0 ? importRow(today) : register(days.before(today));
        }
        Precision precision = random.nextInt(12) == 0 ? one(Precision.values()) : Precision.DAY;
        LocalDate day = days.near(timeline, today, precision);
        Remarks remarks = new Remarks(random.nextInt(6) == 0 ? "note " + random.nextInt(9) : null, precision, false);
        ProjectCommand ask = random.nextInt(5) < 2
                ? onward(timeline, day)
                : random.nextBoolean() ? record(timeline, day) : any(timeline, day);
        return (ProjectCommand) SampleCommands.with(remarks, (Record) ask);
    }

    /** What most projects do next. */
    private ProjectCommand onward(Timeline timeline, LocalDate day) {
        return switch (timeline.stage()) {
            case LEAD -> random.nextInt(3) == 0 ? signIntent(day) : random.nextBoolean() ? open(day) : begin(day);
            case NEGOTIATION -> random.nextBoolean() ? signIntent(day) : signContract(day);
            case INTENT -> signContract(day);
            case CONTRACT -> begin(day);
            case PERMITTING -> {
                List<Permit> missing = timeline.permits().missing();
                yield missing.isEmpty() ? start(day) : grant(day, missing.getFirst());
            }
            case CONSTRUCTION -> random.nextBoolean() ? produce(day) : report(timeline, day);
            case PRODUCTION -> random.nextBoolean() ? fullCapacity(day) : report(timeline, day);
            case FULL_CAPACITY -> report(timeline, day);
            case WITHDRAWN -> new ProjectCommand.Reopen(id, day, Remarks.NONE);
        };
    }

    private ProjectCommand record(Timeline timeline, LocalDate day) {
        return switch (random.nextInt(5)) {
            case 0 ->
                new ProjectCommand.Assign(id, day, profiles.team(), random.nextBoolean() ? "李" : null, Remarks.NONE);
            case 1 -> new ProjectCommand.ReviseInvestment(id, day, random.nextInt(1000), "estimate", Remarks.NONE);
            case 2 ->
                new ProjectCommand.LogContact(id, day, one(ContactChannel.values()), "talked", null, Remarks.NONE);
            case 3 -> person(timeline);
            default -> new ProjectCommand.Amend(id, day, profiles.changes(), "better known", Remarks.NONE);
        };
    }

    private ProjectCommand person(Timeline timeline) {
        List<UUID> persons =
                timeline.contacts().persons().keySet().stream().sorted().toList();
        return persons.isEmpty() || random.nextInt(3) > 0
                ? new ProjectCommand.AddContactPerson(
                        id, new UUID(random.nextLong(), random.nextLong()), "c2VhbGVk", Remarks.NONE)
                : new ProjectCommand.EraseContactPerson(id, persons.get(random.nextInt(persons.size())), Remarks.NONE);
    }

    private ProjectCommand any(Timeline timeline, LocalDate day) {
        return switch (random.nextInt(14)) {
            case 0 -> open(day);
            case 1 -> signIntent(day);
            case 2 -> begin(day);
            case 3 -> start(day);
            case 4 -> grant(day, one(Permit.values()));
            case 5 -> waive(day);
            case 6 -> report(timeline, day);
            case 7 -> fullCapacity(day);
            case 8 -> new ProjectCommand.Withdraw(id, day, one(WithdrawalReason.values()), Remarks.NONE);
            case 9, 10, 11 -> correct(timeline, day);
            default -> retract();
        };
    }

    private ProjectCommand correct(Timeline timeline, LocalDate day) {
        List<Entry<StageEntry>> entered = timeline.series().stages().entries();
        Stage stage = random.nextInt(8) == 0
                ? one(Stage.values())
                : entered.get(random.nextInt(entered.size())).value().stage();
        return new ProjectCommand.CorrectDate(id, day, stage, "wrong day", Remarks.NONE);
    }

    private ProjectCommand retract() {
        Retractable what = one(Retractable.values());
        Permit permit = what == Retractable.PERMIT ? one(Permit.values()) : null;
        return new ProjectCommand.Retract(id, what, permit, "never happened", Remarks.NONE);
    }

    private ProjectCommand report(Timeline timeline, LocalDate day) {
        Entry<Progress> last = timeline.series().progress().latest();
        Progress floor = last == null ? new Progress(0, 0) : last.value();
        int percent = Math.min(100, floor.percent() + random.nextInt(12) - 1);
        return new ProjectCommand.ReportProgress(
                id, day, Math.max(0, percent), floor.paidInCny() + random.nextInt(1000), Remarks.NONE);
    }

    private ProjectCommand register(LocalDate day) {
        String team = random.nextBoolean() ? profiles.team() : null;
        return new ProjectCommand.RegisterLead(
                id, day, profiles.profile(), profiles.amount(), team, null, null, Remarks.NONE);
    }

    private ProjectCommand importRow(LocalDate today) {
        LocalDate day = days.before(today).minusDays(200);
        List<Milestone> milestones = new ArrayList<>();
        LocalDate next = day;
        for (Stage stage : Stage.values()) {
            if (stage != Stage.LEAD && random.nextInt(3) == 0) {
                next = next.plusDays(random.nextInt(60));
                milestones.add(new Milestone(stage, next));
            }
        }
        WithdrawalReason reason = one(WithdrawalReason.values());
        String team = random.nextBoolean() ? profiles.team() : null;
        return new ProjectCommand.ImportProject(
                id, day, profiles.profile(), profiles.amount(), team, milestones, reason, Remarks.NONE);
    }

    private ProjectCommand open(LocalDate day) {
        return new ProjectCommand.OpenNegotiation(id, day, Remarks.NONE);
    }

    private ProjectCommand signIntent(LocalDate day) {
        return new ProjectCommand.SignIntent(id, day, profiles.amount(), "YX-1", Remarks.NONE);
    }

    private ProjectCommand signContract(LocalDate day) {
        BigDecimal land = random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(1, 900)) : null;
        return new ProjectCommand.SignContract(id, day, profiles.amount(), land, null, Remarks.NONE);
    }

    private ProjectCommand begin(LocalDate day) {
        List<Permit> required = random.nextInt(3) == 0 ? null : List.of(one(Permit.values()), one(Permit.values()));
        return new ProjectCommand.BeginPermitting(id, day, required, Remarks.NONE);
    }

    private ProjectCommand grant(LocalDate day, Permit permit) {
        return new ProjectCommand.GrantPermit(id, day, permit, null, Remarks.NONE);
    }

    private ProjectCommand waive(LocalDate day) {
        String document = random.nextBoolean() ? "HH-1" : null;
        return new ProjectCommand.WaivePermit(id, day, one(Permit.values()), "not needed", document, Remarks.NONE);
    }

    private ProjectCommand start(LocalDate day) {
        return new ProjectCommand.StartConstruction(id, day, Remarks.NONE);
    }

    private ProjectCommand produce(LocalDate day) {
        return new ProjectCommand.CommenceProduction(
                id, day, random.nextBoolean() ? profiles.capacity() : null, Remarks.NONE);
    }

    private ProjectCommand fullCapacity(LocalDate day) {
        return new ProjectCommand.ReachFullCapacity(id, day, Remarks.NONE);
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
