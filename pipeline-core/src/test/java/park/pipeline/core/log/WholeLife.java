package park.pipeline.core.log;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import park.pipeline.core.project.Capacity;
import park.pipeline.core.project.ChainEffect;
import park.pipeline.core.project.Change;
import park.pipeline.core.project.ContactChannel;
import park.pipeline.core.project.Enterprise;
import park.pipeline.core.project.Permit;
import park.pipeline.core.project.Precision;
import park.pipeline.core.project.Profile;
import park.pipeline.core.project.ProfileChanges;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.ProjectCommand.Milestone;
import park.pipeline.core.project.ProjectKind;
import park.pipeline.core.project.Remarks;
import park.pipeline.core.project.Retractable;
import park.pipeline.core.project.Stage;
import park.pipeline.core.project.WithdrawalReason;

/** Commands that together make every kind of event: once with all their fields, and once with the fewest. */
final class WholeLife {
    private static final long MOST_CNY = 9_007_199_254_740_991L;
    private static final LocalDate YEAR_END = LocalDate.of(2025, 12, 31);
    private static final Remarks NOTED = new Remarks("备注 \"quoted\"\n\u0001 😀", Precision.YEAR, false);

    private WholeLife() {}

    static ProjectCommand.RegisterLead lead(UUID id, String name) {
        Profile bare = new Profile(
                name, new Enterprise("某公司", null), "NEW", ProjectKind.NEW_BUILD, null, null, null, null, null);
        return new ProjectCommand.RegisterLead(id, YEAR_END, bare, null, null, null, null, Remarks.NONE);
    }

    /** A row of an import, with a reference. */
    static ProjectCommand.ImportProject row(UUID id, String reference) {
        Profile profile = new Profile(
                "项目 " + id,
                new Enterprise("企业 " + id, null),
                "NEW",
                ProjectKind.EXPANSION,
                null,
                null,
                null,
                null,
                reference);
        List<Milestone> milestones = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (stage != Stage.LEAD && stage != Stage.WITHDRAWN) {
                milestones.add(new Milestone(stage, YEAR_END));
            }
        }
        return new ProjectCommand.ImportProject(id, YEAR_END, profile, null, null, milestones, null, Remarks.NONE);
    }

    static List<ProjectCommand> commands(UUID id) {
        List<ProjectCommand> life = new ArrayList<>(beforeTheContract(id));
        life.addAll(fromTheContract(id));
        return life;
    }

    private static List<ProjectCommand> beforeTheContract(UUID id) {
        Profile profile = new Profile(
                "十万吨电池材料 / Battery",
                new Enterprise("宁波某某有限公司", "91330200MA2AEXAMPL"),
                "NEW",
                ProjectKind.NEW_BUILD,
                "330000",
                ChainEffect.FILL,
                new Capacity(new BigDecimal("12345678.9012345"), "t/a"),
                new BigDecimal("100.50"),
                "招-1");
        ProfileChanges changes = new ProfileChanges(
                new Change<>("新名称"),
                new Change<>(new Enterprise("改名公司", null)),
                new Change<>("CHEM"),
                new Change<>(ProjectKind.TECHNICAL_UPGRADE),
                new Change<>(null),
                new Change<>(ChainEffect.EXTEND),
                new Change<>(new Capacity(new BigDecimal("0.000001"), "GW")),
                new Change<>(new BigDecimal("1E+3")),
                new Change<>(null));
        return List.of(
                new ProjectCommand.RegisterLead(id, YEAR_END, profile, MOST_CNY, "team-1", "张三", "展会", NOTED),
                new ProjectCommand.Assign(id, day(2), "team-2", "李四", Remarks.NONE),
                new ProjectCommand.LogContact(id, day(3), ContactChannel.TRIP, "赴上海", "上海", Remarks.NONE),
                new ProjectCommand.Amend(id, day(3), changes, "核实", Remarks.NONE),
                new ProjectCommand.AddContactPerson(id, new UUID(7, 7), "c2VhbGVk", Remarks.NONE),
                new ProjectCommand.EraseContactPerson(id, new UUID(7, 7), Remarks.NONE),
                new ProjectCommand.OpenNegotiation(id, day(4), Remarks.NONE),
                new ProjectCommand.CorrectDate(id, day(3), Stage.NEGOTIATION, "录错", Remarks.NONE),
                new ProjectCommand.SignIntent(id, day(5), 0L, "意-1", Remarks.NONE),
                new ProjectCommand.Withdraw(id, day(6), WithdrawalReason.POWER, Remarks.NONE),
                new ProjectCommand.Reopen(id, day(7), Remarks.NONE));
    }

    private static List<ProjectCommand> fromTheContract(UUID id) {
        Capacity capacity = new Capacity(new BigDecimal("2.5"), "GW");
        return List.of(
                new ProjectCommand.SignContract(id, day(8), 500L, new BigDecimal("80.25"), "合-1", Remarks.NONE),
                new ProjectCommand.ReviseInvestment(id, day(9), 600L, "追加", Remarks.NONE),
                new ProjectCommand.Retract(id, Retractable.INVESTMENT, null, "误", Remarks.NONE),
                new ProjectCommand.BeginPermitting(
                        id, day(10), List.of(Permit.FILING, Permit.EIA, Permit.LAND), Remarks.NONE),
                new ProjectCommand.GrantPermit(id, day(11), Permit.FILING, "备-1", Remarks.NONE),
                new ProjectCommand.GrantPermit(id, day(11), Permit.LAND, null, Remarks.NONE),
                new ProjectCommand.Retract(id, Retractable.PERMIT, Permit.LAND, "撤销", Remarks.NONE),
                new ProjectCommand.WaivePermit(id, day(12), Permit.LAND, "已有用地", null, Remarks.NONE),
                new ProjectCommand.WaivePermit(id, day(12), Permit.EIA, "豁免", "环函-3", Remarks.NONE),
                new ProjectCommand.StartConstruction(id, day(13), Remarks.NONE),
                new ProjectCommand.ReportProgress(id, day(14), 100, MOST_CNY, Remarks.NONE),
                new ProjectCommand.CommenceProduction(id, day(15), capacity, Remarks.NONE),
                new ProjectCommand.ReachFullCapacity(id, day(16), Remarks.NONE),
                new ProjectCommand.Retract(id, Retractable.STAGE, null, "未达产", Remarks.NONE));
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 1, day);
    }
}
