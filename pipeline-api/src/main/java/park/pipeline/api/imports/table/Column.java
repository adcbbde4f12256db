package park.pipeline.api.imports.table;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Stage;

/** The columns of an import, in the order of the contract; a day's column knows the stage that it enters. */
public enum Column {
    REFERENCE("reference", "编号"),
    NAME("name", "项目名称"),
    ENTERPRISE("enterprise", "企业名称"),
    INDUSTRY("industry", "产业"),
    KIND("kind", "建设性质"),
    ORIGIN("origin", "来源地"),
    TEAM("team", "招商小组"),
    INVESTMENT_CNY("investmentCny", "投资额（元）"),
    CAPACITY_VALUE("capacityValue", "产能"),
    CAPACITY_UNIT("capacityUnit", "产能单位"),
    LEAD("lead", "线索日期", Stage.LEAD),
    NEGOTIATION("negotiation", "在谈日期", Stage.NEGOTIATION),
    INTENT("intent", "意向签约日期", Stage.INTENT),
    CONTRACT("contract", "正式签约日期", Stage.CONTRACT),
    PERMITTING("permitting", "前期手续日期", Stage.PERMITTING),
    CONSTRUCTION("construction", "开工日期", Stage.CONSTRUCTION),
    PRODUCTION("production", "投产日期", Stage.PRODUCTION),
    FULL_CAPACITY("fullCapacity", "达产日期", Stage.FULL_CAPACITY),
    WITHDRAWN("withdrawn", "退出日期", Stage.WITHDRAWN),
    WITHDRAW_REASON("withdrawReason", "退出原因"),
    PRECISION("precision", "日期精度"),
    NOTE("note", "备注");

    /** Those that no file may leave out. */
    public static final List<Column> REQUIRED = List.of(REFERENCE, NAME, ENTERPRISE, INDUSTRY);

    private static final Map<String, Column> BY_HEADING = new HashMap<>();

    static {
        for (Column column : values()) {
            BY_HEADING.put(normal(column.code), column);
            BY_HEADING.put(normal(column.chinese), column);
        }
    }

    private final String code;
    private final String chinese;
    private final @Nullable Stage stage;

    Column(String code, String chinese) {
        this(code, chinese, null);
    }

    Column(String code, String chinese, @Nullable Stage stage) {
        this.code = code;
        this.chinese = chinese;
        this.stage = stage;
    }

    /** The column's name in the contract and in every report of an error. */
    public String code() {
        return code;
    }

    /** The heading that people write. */
    public String chinese() {
        return chinese;
    }

    /** The column of the day on which a stage was entered. */
    public static Column of(Stage stage) {
        return Arrays.stream(values()).filter(c -> c.stage == stage).findFirst().orElseThrow();
    }

    /** The column with this heading, be it code or Chinese; null where there is none. */
    static @Nullable Column headed(String heading) {
        return BY_HEADING.get(normal(heading));
    }

    /** Half-width and full-width parentheses, upper and lower case are the same heading. */
    private static String normal(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
