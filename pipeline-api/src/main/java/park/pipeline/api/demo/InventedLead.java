package park.pipeline.api.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Capacity;
import park.pipeline.core.project.ChainEffect;
import park.pipeline.core.project.Enterprise;
import park.pipeline.core.project.Profile;
import park.pipeline.core.project.ProjectCommand.RegisterLead;
import park.pipeline.core.project.ProjectKind;

/**
 * An invented lead that looks like one of the park's, and says in its name, its enterprise and its source that it is not.
 *
 * @param investmentCny null where nobody has named an amount yet
 */
record InventedLead(Profile profile, @Nullable Long investmentCny, String team, String owner) {
    static final List<String> TEAMS = List.of("光伏、锂电配套和新能源产业招商小组", "化工新材料和有色合金材料产业招商小组", "综合招商小组");

    private record Product(String industry, String name, int least, String unit, int millionsAUnit) {}

    private static final List<Product> PRODUCTS = List.of(
            new Product("CARBON_FIBER", "碳纤维复合材料", 1_000, "t/a", 1),
            new Product("CARBON_FIBER", "碳纤维预浸料", 500, "t/a", 1),
            new Product("LITHIUM", "六氟磷酸锂", 2_000, "t/a", 1),
            new Product("LITHIUM", "负极材料", 10_000, "t/a", 1),
            new Product("LITHIUM", "电子铜箔", 5_000, "t/a", 1),
            new Product("PHOTOVOLTAIC", "光伏支架", 2, "GW", 90),
            new Product("PHOTOVOLTAIC", "光伏胶膜", 3, "GW", 70),
            new Product("PHOTOVOLTAIC", "单晶切片", 5, "GW", 200),
            new Product("NONFERROUS", "高纯铝箔", 8_000, "t/a", 1),
            new Product("NONFERROUS", "铜合金棒材", 20_000, "t/a", 1),
            new Product("SPECIALTY_CHEMICALS", "电子级氢氟酸", 10_000, "t/a", 1),
            new Product("RECYCLING", "废旧电池回收利用", 10_000, "t/a", 1));
    private static final List<String> ORIGINS = List.of("32", "44", "33", "37", "11", "31", "43", "51", "63", "KR");
    private static final List<String> SOURCES = List.of("外出招商", "以商招商", "产业链招商", "来电来访", "推介会");
    private static final List<String> NAMES = List.of("甲辰", "乙木", "丙火", "丁山", "戊川", "己原", "庚石", "辛林", "壬泽", "癸云");
    private static final List<String> OWNERS = List.of("张三（虚构）", "李四（虚构）", "王五（虚构）");

    static InventedLead of(int number, Random random) {
        Product product = oneOf(PRODUCTS, random);
        int size = product.least() * (1 + random.nextInt(8));
        String name = "%s%s项目（虚构）".formatted(product.unit().equals("GW") ? size + "GW" : size + "吨", product.name());
        String enterprise = "%s新材料（虚构%03d）有限公司".formatted(oneOf(NAMES, random), number);
        boolean upgrade = random.nextInt(10) == 0;
        Profile profile = new Profile(
                name,
                new Enterprise(enterprise, null),
                product.industry(),
                upgrade
                        ? ProjectKind.TECHNICAL_UPGRADE
                        : random.nextInt(5) == 0 ? ProjectKind.EXPANSION : ProjectKind.NEW_BUILD,
                oneOf(ORIGINS, random),
                random.nextInt(3) == 0 ? oneOf(List.of(ChainEffect.values()), random) : null,
                new Capacity(new BigDecimal(size), product.unit()),
                random.nextInt(3) == 0 ? new BigDecimal(20 + 5 * random.nextInt(60)) : null,
                "XG-%03d".formatted(number));
        long millions = Math.min(6_000L, 60L + (long) size * product.millionsAUnit() * (1 + random.nextInt(3)) / 12);
        Long amount = random.nextInt(6) == 0 ? null : millions * 1_000_000L;
        return new InventedLead(profile, amount, oneOf(TEAMS, random), oneOf(OWNERS, random));
    }

    RegisterLead register(UUID id, LocalDate day, Random random) {
        return new RegisterLead(
                id,
                day,
                profile,
                investmentCny,
                team,
                owner,
                "演示数据（虚构）：" + oneOf(SOURCES, random),
                Telling.note("本项目及其企业均为虚构，仅供演示"));
    }

    static <T> T oneOf(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
