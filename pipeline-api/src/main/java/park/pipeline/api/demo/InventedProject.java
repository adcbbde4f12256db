package park.pipeline.api.demo;

import static park.pipeline.api.demo.InventedLead.oneOf;
import static park.pipeline.api.demo.Telling.note;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Change;
import park.pipeline.core.project.ContactChannel;
import park.pipeline.core.project.Permit;
import park.pipeline.core.project.ProfileChanges;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.ProjectCommand.Amend;
import park.pipeline.core.project.ProjectCommand.Assign;
import park.pipeline.core.project.ProjectCommand.BeginPermitting;
import park.pipeline.core.project.ProjectCommand.CommenceProduction;
import park.pipeline.core.project.ProjectCommand.CorrectDate;
import park.pipeline.core.project.ProjectCommand.GrantPermit;
import park.pipeline.core.project.ProjectCommand.LogContact;
import park.pipeline.core.project.ProjectCommand.OpenNegotiation;
import park.pipeline.core.project.ProjectCommand.ReachFullCapacity;
import park.pipeline.core.project.ProjectCommand.Reopen;
import park.pipeline.core.project.ProjectCommand.ReportProgress;
import park.pipeline.core.project.ProjectCommand.Retract;
import park.pipeline.core.project.ProjectCommand.ReviseInvestment;
import park.pipeline.core.project.ProjectCommand.SignContract;
import park.pipeline.core.project.ProjectCommand.SignIntent;
import park.pipeline.core.project.ProjectCommand.StartConstruction;
import park.pipeline.core.project.ProjectCommand.WaivePermit;
import park.pipeline.core.project.ProjectCommand.Withdraw;
import park.pipeline.core.project.ProjectKind;
import park.pipeline.core.project.Remarks;
import park.pipeline.core.project.Retractable;
import park.pipeline.core.project.Stage;
import park.pipeline.core.project.WithdrawalReason;

/** The invented life of one project: as far as it comes by the demo's last day, with what goes wrong on the way. */
final class InventedProject {
    private static final List<Permit> FEW = List.of(Permit.FILING, Permit.EIA);
    private static final List<Permit> ALL = List.of(Permit.FILING, Permit.EIA, Permit.LAND, Permit.BUILDING);
    private static final List<WithdrawalReason> REASONS = List.of(WithdrawalReason.values());

    private final Random random;
    private final LocalDate lastDay;
    private final Telling told;
    private final UUID id;
    private final InventedLead lead;
    private LocalDate day;
    private LocalDate dayBefore;

    InventedProject(int number, LocalDate firstDay, LocalDate lastDay, Random random) {
        this.random = random;
        this.lastDay = lastDay;
        this.lead = InventedLead.of(number, random);
        this.told = new Telling("XG-" + number).by("promoter");
        this.id = told.id();
        this.day = firstDay;
        this.dayBefore = firstDay;
    }

    /** Everything that became known by the last day. */
    List<DemoStep> life() {
        Deque<Stage> ahead = new ArrayDeque<>(List.of(Stage.values()).subList(1, 1 + random.nextInt(8)));
        ahead.remove(Stage.WITHDRAWN);
        boolean lost = random.nextInt(4) == 0;
        if (!told(lead.register(id, day, random))) {
            return told.steps();
        }
        while (!ahead.isEmpty() && somethingElse() && goOn(8, 120) && enter(ahead.removeFirst())) {
            corrected();
        }
        if (ahead.isEmpty() && (lost || day.isBefore(lastDay.minusDays(500)))) {
            lose();
        }
        return told.steps();
    }

    /** Time passes; false where that leads beyond the last day. */
    private boolean goOn(int least, int most) {
        dayBefore = day;
        day = day.plusDays(least + random.nextInt(most - least));
        return !day.isAfter(lastDay);
    }

    /** Mostly told at once, sometimes late, sometimes weeks late; false where it is not known by the last day. */
    private boolean told(ProjectCommand command) {
        int delay = switch (random.nextInt(10)) {
            case 0 -> 30 + random.nextInt(50);
            case 1, 2 -> 3 + random.nextInt(12);
            default -> random.nextInt(3);
        };
        told.on(day.plusDays(delay), random.nextInt(480));
        if (told.today().isAfter(lastDay)) {
            return false;
        }
        told.tell(command);
        return true;
    }

    private boolean enter(Stage stage) {
        return switch (stage) {
            case NEGOTIATION -> told(new OpenNegotiation(id, day, Remarks.NONE)) && contacts();
            case INTENT -> told(new SignIntent(id, day, amount(), document("意"), Remarks.NONE));
            case CONTRACT -> told(new SignContract(id, day, amount(), land(), document("合"), Remarks.NONE));
            case PERMITTING -> told(new BeginPermitting(id, day, null, Remarks.NONE)) && permits();
            case CONSTRUCTION -> told(new StartConstruction(id, day, Remarks.NONE)) && progress();
            case PRODUCTION ->
                told(new CommenceProduction(id, day, lead.profile().capacity(), Remarks.NONE));
            case FULL_CAPACITY -> told(new ReachFullCapacity(id, day, Remarks.NONE));
            case LEAD, WITHDRAWN -> throw new IllegalArgumentException("No stage to go on to: " + stage);
        };
    }

    private boolean contacts() {
        for (int i = random.nextInt(3); i > 0; i--) {
            ContactChannel channel = oneOf(List.of(ContactChannel.values()), random);
            if (!goOn(3, 25) || !told(new LogContact(id, day, channel, "对接选址、用能与政策（虚构）", null, Remarks.NONE))) {
                return false;
            }
        }
        return true;
    }

    private boolean permits() {
        for (Permit permit : lead.profile().kind() == ProjectKind.TECHNICAL_UPGRADE ? FEW : ALL) {
            ProjectCommand settled = random.nextInt(12) == 0
                    ? new WaivePermit(id, day.plusDays(20), permit, "按规定免办（虚构）", null, Remarks.NONE)
                    : new GrantPermit(id, day.plusDays(20), permit, document("批"), Remarks.NONE);
            if (!goOn(20, 21) || random.nextInt(25) == 0 || !told(settled)) {
                return false;
            }
        }
        return true;
    }

    private boolean progress() {
        long whole = lead.investmentCny() == null ? 300_000_000L : lead.investmentCny();
        for (int percent = 15 + random.nextInt(15); percent < 100; percent += 15 + random.nextInt(20)) {
            if (!goOn(60, 100)
                    || !told(new ReportProgress(id, day, percent, whole / 100 * percent * 9 / 10, Remarks.NONE))) {
                return false;
            }
        }
        return true;
    }

    /** Now and then the last milestone was put down wrongly, which comes out weeks later. */
    private void corrected() {
        LocalDate right = dayBefore.plusDays((day.toEpochDay() - dayBefore.toEpochDay()) / 2);
        Stage stage = lastEntered();
        if (stage != null && random.nextInt(9) == 0 && !right.equals(day) && hasTime(20)) {
            told.on(day.plusDays(20), 0).by("promoter");
            told.tell(new CorrectDate(id, right, stage, "以文件签署日期为准（虚构）", Remarks.NONE));
        }
    }

    /** The stage of the last step, if the last step was one that only enters a stage. */
    private @Nullable Stage lastEntered() {
        return switch (told.steps().getLast().command()) {
            case OpenNegotiation c -> Stage.NEGOTIATION;
            case SignIntent c -> Stage.INTENT;
            case SignContract c -> Stage.CONTRACT;
            case CommenceProduction c -> Stage.PRODUCTION;
            default -> null;
        };
    }

    private boolean somethingElse() {
        return switch (random.nextInt(14)) {
            case 0 ->
                goOn(5, 30) && told(new Assign(id, day, oneOf(InventedLead.TEAMS, random), null, note("小组调整（虚构）")));
            case 1 -> goOn(5, 30) && told(new ReviseInvestment(id, day, revised(), "方案调整（虚构）", Remarks.NONE));
            case 2 -> goOn(5, 30) && told(new Amend(id, day, otherLand(), "红线调整（虚构）", Remarks.NONE));
            case 3 -> goOn(5, 30) && mistaken();
            default -> true;
        };
    }

    /** A withdrawal that was none. */
    private boolean mistaken() {
        boolean canWithdraw = told.steps().stream().noneMatch(s -> s.command() instanceof CommenceProduction);
        return !canWithdraw
                || told(new Withdraw(id, day, WithdrawalReason.OTHER, note("误登（虚构）")))
                        && told(new Retract(id, Retractable.STAGE, null, "误登：同名项目退出（虚构）", Remarks.NONE));
    }

    private void lose() {
        boolean produces = told.steps().stream().anyMatch(s -> s.command() instanceof CommenceProduction);
        if (!produces
                && goOn(40, 200)
                && told(new Withdraw(id, day, oneOf(REASONS, random), note("退出原因为虚构")))
                && random.nextInt(4) == 0
                && goOn(30, 150)) {
            told(new Reopen(id, day, note("企业重新联系（虚构）")));
        }
    }

    private boolean hasTime(int days) {
        return !told.today().plusDays(days).isAfter(lastDay)
                && !day.plusDays(days).isAfter(lastDay);
    }

    private @Nullable Long amount() {
        return lead.investmentCny() == null || random.nextInt(3) > 0 ? null : revised();
    }

    private long revised() {
        long from = lead.investmentCny() == null ? 200_000_000L : lead.investmentCny();
        return from / 100 * (85 + random.nextInt(40));
    }

    private @Nullable BigDecimal land() {
        return random.nextInt(2) == 0 ? null : new BigDecimal(30 + 5 * random.nextInt(60));
    }

    private ProfileChanges otherLand() {
        Change<BigDecimal> land = new Change<>(new BigDecimal(400 + told.steps().size()));
        return new ProfileChanges(null, null, null, null, null, null, null, land, null);
    }

    private String document(String kind) {
        return "%s〔%d〕%d号（虚构）".formatted(kind, day.getYear(), 1 + random.nextInt(200));
    }
}
