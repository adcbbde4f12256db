package park.pipeline.api.imports.row;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import park.pipeline.api.imports.table.ImportFile;
import park.pipeline.api.imports.table.Row;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.project.Precision;
import park.pipeline.core.project.ProjectCommand.ImportProject;
import park.pipeline.core.project.ProjectCommand.Milestone;
import park.pipeline.core.project.ProjectKind;
import park.pipeline.core.project.Stage;
import park.pipeline.core.project.WithdrawalReason;

class RowReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final RowReader READER = new RowReader(Catalogue.withIndustries(null));

    @Test
    void a_row_in_codes_and_one_in_words_ask_for_the_same() {
        ReadRow codes = read("reference,name,enterprise,industry,kind,origin,team,investmentCny,capacityValue,"
                + "capacityUnit,lead,contract,withdrawn,withdrawReason,precision,note\n"
                + "GH-1,碳纤维项目,某公司,CARBON_FIBER,TECHNICAL_UPGRADE,32,一组,1200000,14000,t/a,2021-03-31,2021-09-30,"
                + "2022-01-31,LAND,MONTH,\"甲\n乙\"\n");
        ReadRow words = read("备注,日期精度,退出原因,退出日期,正式签约日期,线索日期,产能单位,产能,投资额（元）,招商小组,来源地,建设性质,产业,企业名称,项目名称,编号\r\n"
                + "\"甲\r\n乙\",月,用地,2022/1/31,2021/9/30,2021/03/31,t/a,\"14,000.0\",\"1,200,000\",一组,Jiangsu,技术改造,"
                + "carbon fibre,某公司,碳纤维项目,GH-1\r\n");
        ImportProject ask = words.sound().ask();
        assertThat(ask.profile().industry()).isEqualTo("CARBON_FIBER");
        assertThat(ask.profile().kind()).isEqualTo(ProjectKind.TECHNICAL_UPGRADE);
        assertThat(ask.profile().origin()).isEqualTo("32");
        assertThat(ask.profile().capacity().value()).isEqualTo(new BigDecimal("14000"));
        assertThat(ask.investmentCny()).isEqualTo(1_200_000);
        assertThat(ask.team()).isEqualTo("一组");
        assertThat(ask.occurredOn()).isEqualTo("2021-03-31");
        assertThat(ask.milestones())
                .containsExactly(
                        new Milestone(Stage.CONTRACT, LocalDate.of(2021, 9, 30)),
                        new Milestone(Stage.WITHDRAWN, LocalDate.of(2022, 1, 31)));
        assertThat(ask.withdrawReason()).isEqualTo(WithdrawalReason.LAND);
        assertThat(ask.remarks().precision()).isEqualTo(Precision.MONTH);
        assertThat(ask.remarks().note()).isEqualTo("甲\n乙");
        assertThat(ask.remarks().imported()).isTrue();
        assertThat(words.sound().content()).isEqualTo(codes.sound().content()).matches("[0-9a-f]{64}");
        assertThat(RowRules.errors(words, TODAY)).isEmpty();
    }

    @Test
    void the_digest_is_that_of_the_first_release() {
        // Digests are stored in the log's claims: one that changes makes every file that is sent again a duplicate.
        assertThat(read("reference,name,enterprise,industry,lead\nGH-1,碳纤维项目,某公司,碳纤维,2021-03-01\n")
                        .sound()
                        .content())
                .isEqualTo("0d37115e70ee7f8ee12f4010829e2d78b76e28211c5dc80c37ff937cc9af2634");
    }

    @Test
    void the_digest_is_the_same_in_every_encoding() {
        String table = "编号,项目名称,企业名称,产业,线索日期\nGH-1,碳纤维项目,某公司,碳纤维,2021/3/1\n";
        String content = read(table).sound().content();
        assertThat(read(("\uFEFF" + table).getBytes(UTF_8)).sound().content()).isEqualTo(content);
        assertThat(read(table.getBytes(Charset.forName("GB18030"))).sound().content())
                .isEqualTo(content);
        assertThat(read(table.replace("碳纤维项目", "碳纤维项目二")).sound().content()).isNotEqualTo(content);
    }

    @Test
    void the_first_day_given_stands_for_a_missing_lead() {
        ImportProject ask =
                read("contract,2021-09-10", "production,2022-05-01").sound().ask();
        assertThat(ask.occurredOn()).isEqualTo("2021-09-10");
        assertThat(ask.milestones()).extracting(Milestone::stage).containsExactly(Stage.CONTRACT, Stage.PRODUCTION);
        assertThat(ask.profile().kind()).isEqualTo(ProjectKind.NEW_BUILD);
    }

    @Test
    void a_reason_without_a_withdrawal_says_nothing() {
        ReadRow row = read("lead,2021-01-01", "withdrawReason,whatever");
        assertThat(row.sound().ask().withdrawReason()).isNull();
        assertThat(row.sound().content())
                .isEqualTo(read("lead,2021-01-01").sound().content());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lead,2021-02-29                                           | lead: malformed
            lead,2021-3-1                                             | lead: malformed
            lead,1.3.2021                                             | lead: malformed
            lead,1899-12-31                                           | lead: out-of-range
            lead,2026-11-25                                           | lead: future-date
            contract,2026-11-25                                       | contract: future-date
            lead,2021-01-01;contract,2026-11-25                       | contract: future-date
            withdrawn,2021-01-01;withdrawReason,LAND                  | lead: no-date
            note,no day at all                                        | lead: no-date
            lead,2021-01-02;intent,2021-01-01                         | intent: out-of-order-date
            contract,2021-01-02;construction,2021-01-01               | construction: out-of-order-date
            lead,2021-01-01;production,2021-01-02;withdrawn,2021-01-03;withdrawReason,LAND | withdrawn: wrong-stage
            lead,2021-01-01;fullCapacity,2021-01-02;withdrawn,2021-01-03                   | withdrawn: wrong-stage
            lead,2021-01-01;withdrawn,2021-01-02                      | withdrawReason: required
            lead,2021-01-01;withdrawn,2021-01-02;withdrawReason,TIRED | withdrawReason: unknown-code
            lead,2021-01-30;precision,MONTH                           | lead: out-of-range
            intent,2021-06-29;precision,季度                            | intent: out-of-range
            lead,2021-06-30;production,2026-11-23;precision,QUARTER   | production: out-of-range
            lead,2021-01-01;precision,WEEK                            | precision: unknown-code
            lead,2021-01-01;kind,BIG                                  | kind: unknown-code
            lead,2021-01-01;origin,Atlantis                           | origin: unknown-code
            lead,2021-01-01;industry,TOYS                             | industry: unknown-code
            lead,2021-01-01;investmentCny,12.5                        | investmentCny: malformed
            lead,2021-01-01;investmentCny,12 万                        | investmentCny: malformed
            lead,2021-01-01;investmentCny,'1,2000'                    | investmentCny: malformed
            lead,2021-01-01;investmentCny,-1                          | investmentCny: out-of-range
            lead,2021-01-01;investmentCny,9007199254740992            | investmentCny: out-of-range
            lead,2021-01-01;investmentCny,99999999999999999999999     | investmentCny: out-of-range
            lead,2021-01-01;capacityValue,5                           | capacityUnit: required
            lead,2021-01-01;capacityUnit,GW                           | capacityValue: required
            lead,2021-01-01;capacityValue,0;capacityUnit,GW           | capacityValue: out-of-range
            lead,2021-01-01;capacityValue,1.2345678901234567;capacityUnit,GW | capacityValue: out-of-range
            lead,2021-01-01;capacityValue,much;capacityUnit,GW        | capacityValue: malformed
            lead,2021-01-01;capacityValue,1;capacityUnit,aaaaaaaaaaaaaaaaaaaaa | capacityUnit: too-long
            """)
    void a_wrong_cell_is_named_with_its_column_and_code(String cells, String error) {
        ReadRow row = read(cells.split(";"));
        assertThat(errors(row)).containsExactly(error);
    }

    @Test
    void lengths_are_counted_in_characters() {
        String[] tooLong = {
            "reference," + "1".repeat(65),
            "name," + "𠮷".repeat(201),
            "enterprise," + "甲".repeat(201),
            "team," + "甲".repeat(101),
            "note," + "甲".repeat(2001),
            "lead,2021-01-01"
        };
        assertThat(errors(read(tooLong)))
                .containsExactly(
                        "reference: too-long",
                        "name: too-long",
                        "enterprise: too-long",
                        "team: too-long",
                        "note: too-long");
        assertThat(read("name," + "𠮷".repeat(200), "lead,2021-01-01").sound()).isNotNull();
    }

    @Test
    void lines_are_for_notes_only() {
        assertThat(errors(read("name,a\nb", "note,a\tb\u0007", "lead,2021-01-01")))
                .containsExactly("name: bad-characters", "note: bad-characters");
    }

    @Test
    void all_that_is_wrong_with_a_row_is_told_at_once() {
        ReadRow row = read("reference,name,enterprise,industry,kind,investmentCny,lead,contract,note\n"
                + ",,,TOYS,BIG,much,2021-01-02,2021-01-01,a,b,,c\n");
        assertThat(errors(row))
                .containsExactly(
                        "reference: required",
                        "name: required",
                        "enterprise: required",
                        "industry: unknown-code",
                        "kind: unknown-code",
                        "investmentCny: malformed",
                        "#10: malformed",
                        "#12: malformed",
                        "contract: out-of-order-date");
        assertThat(row.errors()).extracting(RowError::row).containsOnly(2);
    }

    private static List<String> errors(ReadRow row) {
        return RowRules.errors(row, TODAY).stream()
                .map(e -> e.column() + ": " + e.code())
                .toList();
    }

    /** A row with these cells, as {@code column,value}, beside what every row needs. */
    private static ReadRow read(String... cells) {
        if (cells.length == 1 && cells[0].contains("\n")) {
            return read(cells[0].getBytes(UTF_8));
        }
        List<String> columns = new ArrayList<>(List.of("reference", "name", "enterprise", "industry"));
        List<String> values = new ArrayList<>(List.of("R-1", "a project", "an enterprise", "OTHER"));
        Arrays.stream(cells).map(c -> c.strip().split(",", 2)).forEach(cell -> {
            int known = columns.indexOf(cell[0]);
            if (known >= 0) {
                values.set(known, cell[1]);
            } else {
                columns.add(cell[0]);
                values.add(cell[1].replaceAll("^'|'$", ""));
            }
        });
        String line = String.join(",", values.stream().map(v -> "\"" + v + "\"").toList());
        return read((String.join(",", columns) + "\n" + line + "\n").getBytes(UTF_8));
    }

    private static ReadRow read(byte[] bytes) {
        Row row = ImportFile.of(bytes).rows().next();
        return READER.read(row);
    }
}
