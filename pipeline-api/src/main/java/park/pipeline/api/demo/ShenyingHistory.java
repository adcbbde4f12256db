package park.pipeline.api.demo;

import static park.pipeline.api.demo.Telling.note;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Capacity;
import park.pipeline.core.project.Change;
import park.pipeline.core.project.ContactChannel;
import park.pipeline.core.project.Enterprise;
import park.pipeline.core.project.Precision;
import park.pipeline.core.project.Profile;
import park.pipeline.core.project.ProfileChanges;
import park.pipeline.core.project.ProjectCommand.Amend;
import park.pipeline.core.project.ProjectCommand.BeginPermitting;
import park.pipeline.core.project.ProjectCommand.CommenceProduction;
import park.pipeline.core.project.ProjectCommand.CorrectDate;
import park.pipeline.core.project.ProjectCommand.LogContact;
import park.pipeline.core.project.ProjectCommand.RegisterLead;
import park.pipeline.core.project.ProjectCommand.ReviseInvestment;
import park.pipeline.core.project.ProjectCommand.SignContract;
import park.pipeline.core.project.ProjectCommand.SignIntent;
import park.pipeline.core.project.ProjectCommand.StartConstruction;
import park.pipeline.core.project.ProjectKind;
import park.pipeline.core.project.Remarks;
import park.pipeline.core.project.Stage;

/**
 * The real history of 中复神鹰 in 西宁, from public sources: what happened when, recorded on the day on which it was
 * published. What no source tells is left unknown or dated by its period, and the note says so.
 */
final class ShenyingHistory {
    private static final Enterprise ENTERPRISE = new Enterprise("中复神鹰碳纤维西宁有限公司", null);
    private static final String XINHUA = "新华社 2019-05-14 imsilkroad.com/news/p/372528";
    private static final String QINGHAI_DAILY = "青海日报 2021-01-13 qh.people.com.cn c182775-34525578";
    private static final String KELION = "2021-09-09 kelionline 16686";
    private static final String BUILDING_NEWS = "中国建材报 2021-09-13 yzbytv 47315";
    private static final String SEED = "甘河工业园区：向新型现代化工业园区进发（2023年盛夏）";
    private static final String JIUXING = "2024-01-16 jiuxingjy.com 1094176";
    private static final String YKZHN = "2024-05-09 ykzhn.com 030206388";
    private static final LocalDate REPORTED_IN_USE = LocalDate.of(2021, 9, 8);

    private ShenyingHistory() {}

    static List<DemoStep> phaseOne() {
        Telling told = new Telling("ZFSY-1");
        UUID id = told.id();
        LocalDate landed = LocalDate.of(2019, 5, 13);
        told.on(LocalDate.of(2019, 5, 14), 0)
                .tell(lead(id, landed, "2万吨碳纤维项目（一期1万吨）", 5_000_000_000L, 20_000, "ZFSY-1", XINHUA))
                .tell(new SignIntent(id, landed, null, null, note("报道只称项目落地，意向与合同记在同一天。来源：" + XINHUA)))
                .tell(new SignContract(id, landed, null, null, null, note("计划一期2020年7月、全部2025年达产。来源：" + XINHUA)));
        LocalDate year = LocalDate.of(2019, 12, 31);
        told.on(LocalDate.of(2021, 1, 13), 0)
                .tell(new BeginPermitting(id, year, List.of(), note(Precision.YEAR, "手续日期与内容未见报道，按年记")))
                .tell(new StartConstruction(id, year, note(Precision.YEAR, "开工日期未见报道，按年记")))
                .tell(new CommenceProduction(
                        id, LocalDate.of(2020, 12, 30), null, note("首条生产线试生产。来源：" + QINGHAI_DAILY)));
        told.on(LocalDate.of(2021, 9, 9), 0)
                .tell(new ReviseInvestment(
                        id, REPORTED_IN_USE, 2_058_000_000L, "报道：500亩，20.58亿元", note("来源：" + KELION)))
                .tell(amend(id, null, null, new BigDecimal(500), "报道：500亩", KELION));
        told.on(LocalDate.of(2021, 9, 13), 0)
                .tell(amend(
                        id,
                        "1.1万吨碳纤维项目（一期）",
                        new Capacity(new BigDecimal(11_000), "t/a"),
                        new BigDecimal(800),
                        "另一报道：800亩，共50亿元、2.5万吨，其中一期20.58亿元、1.1万吨",
                        BUILDING_NEWS));
        return told.steps();
    }

    /** Stands for the row GH-P001 of the article. */
    static List<DemoStep> phaseTwo() {
        Telling told = new Telling("GH-P001");
        UUID id = told.id();
        told.on(LocalDate.of(2021, 9, 13), 10)
                .tell(lead(id, REPORTED_IN_USE, "1.4万吨碳纤维项目", null, 14_000, "GH-P001", BUILDING_NEWS))
                .tell(new SignIntent(id, REPORTED_IN_USE, null, null, note("报道称全部50亿元、2.5万吨，二期在内；签约日期未见报道")))
                .tell(new SignContract(id, REPORTED_IN_USE, null, null, null, note("同上；二期投资额未单列，记为未知")));
        told.on(LocalDate.of(2023, 8, 1), 10)
                .tell(new BeginPermitting(
                        id, LocalDate.of(2021, 9, 30), List.of(), note(Precision.QUARTER, "手续日期与内容未见报道，按季记")))
                .tell(new StartConstruction(id, LocalDate.of(2021, 12, 31), note(Precision.YEAR, "开工日期未见报道，按年记")))
                .tell(new CommenceProduction(
                        id, LocalDate.of(2023, 6, 30), null, note(Precision.QUARTER, "陆续建成投产。来源：" + SEED)));
        told.on(LocalDate.of(2024, 1, 16), 0)
                .tell(correct(id, LocalDate.of(2021, 10, 31), Stage.CONSTRUCTION, Precision.MONTH, "二期2021年10月开工"))
                .tell(correct(id, LocalDate.of(2023, 5, 24), Stage.PRODUCTION, Precision.DAY, "二期2023年5月24日全面投产"));
        told.on(LocalDate.of(2024, 5, 9), 0)
                .tell(new LogContact(
                        id,
                        LocalDate.of(2024, 3, 31),
                        ContactChannel.EVENT,
                        "一季度仍列入完成投资的项目名单",
                        null,
                        note(Precision.QUARTER, "来源：" + YKZHN)));
        return told.steps();
    }

    private static RegisterLead lead(
            UUID id, LocalDate day, String name, @Nullable Long amount, int tons, String reference, String source) {
        Capacity capacity = new Capacity(new BigDecimal(tons), "t/a");
        Profile profile = new Profile(
                name, ENTERPRISE, "CARBON_FIBER", ProjectKind.NEW_BUILD, null, null, capacity, null, reference);
        return new RegisterLead(id, day, profile, amount, null, null, "公开报道", note("来源：" + source));
    }

    private static Amend amend(
            UUID id,
            @Nullable String name,
            @Nullable Capacity capacity,
            BigDecimal landMu,
            String reason,
            String source) {
        ProfileChanges changes = new ProfileChanges(
                name == null ? null : new Change<>(name),
                null,
                null,
                null,
                null,
                null,
                capacity == null ? null : new Change<>(capacity),
                new Change<>(landMu),
                null);
        return new Amend(id, REPORTED_IN_USE, changes, reason, note("来源：" + source));
    }

    private static CorrectDate correct(UUID id, LocalDate day, Stage stage, Precision precision, String reason) {
        return new CorrectDate(id, day, stage, reason, new Remarks("来源：" + JIUXING, precision, false));
    }
}
