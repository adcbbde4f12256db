package park.pipeline.api.pages.projects;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.pages.DemoBrowserTest;
import park.pipeline.api.pages.Visitors;
import tools.jackson.databind.JsonNode;

@DemoBrowserTest
class ProjectsExportIT {
    private static final int SINCE = 4;
    private static final int AMOUNT = 7;

    @LocalServerPort
    int port;

    @Test
    void a_workbook_holds_all_that_one_sees_with_real_numbers_and_days(Visitors visitors) throws IOException {
        Page page = visitors.zh("leader")
                .open(
                        "/projects?industry=LITHIUM&industry=PHOTOVOLTAIC&asOf=2026-06-30&sort=INVESTMENT&dir=desc&size=25");
        Download workbook = download(page, "xlsx");
        assertThat(workbook.suggestedFilename()).isEqualTo("projects-2026-06-30.xlsx");
        try (ReadableWorkbook read = new ReadableWorkbook(workbook.createReadStream())) {
            List<Row> rows = read.getFirstSheet().read();
            List<Row> projects = rows.subList(1, rows.size());
            assertThat(projects.size()).isGreaterThan(25);
            assertThat(page.locator("#projects-sum")).containsText(projects.size() + " 个项目");
            assertThat(rows.getFirst().getCellText(AMOUNT)).isEqualTo("投资额（元）");
            assertThat(projects).allSatisfy(row -> {
                assertThat(row.getCell(SINCE).getType()).isEqualTo(CellType.NUMBER);
                assertThat(row.getCellAsDate(SINCE)).isPresent();
            });
            assertThat(projects.getFirst().getCell(AMOUNT).getType()).isEqualTo(CellType.NUMBER);
            assertThat(sum(projects))
                    .isEqualByComparingTo(
                            page.locator("#projects-sum [data-value]").getAttribute("data-value"));
            assertThat(projects.stream().limit(25).map(row -> row.getCellText(0)))
                    .containsExactlyElementsOf(
                            page.locator("#projects-rows .cell-name").allInnerTexts());

            Map<String, Row> about = read.getSheet(1).orElseThrow().read().stream()
                    .collect(Collectors.toMap(row -> row.getCellText(0), row -> row));
            assertThat(about.get("截至").getCellAsDate(1).orElseThrow().toLocalDate())
                    .isEqualTo("2026-06-30");
            assertThat(about.get("产业").getCellText(1)).isEqualTo("锂电材料 · 光伏");
            assertThat(about.get("阶段").getCellText(1)).isEqualTo("—");
            assertThat(about.get("排序").getCellText(1)).isEqualTo("投资额 ↓");
            assertThat(about.get("导出人").getCellText(1)).isEqualTo("leader");
            assertThat(about.get("项目数").getCellAsNumber(1)).contains(BigDecimal.valueOf(projects.size()));
            assertThat(about.get("已知金额合计（元）").getCellAsNumber(1).orElseThrow()).isEqualByComparingTo(sum(projects));
        }
    }

    @Test
    void a_csv_holds_the_same_in_the_language_of_its_reader_and_is_on_record(Visitors visitors) throws IOException {
        Page page = visitors.en("leader")
                .open("/projects?stage=CONSTRUCTION&overdue=RED&sort=DAYS&dir=desc&cols=NAME.STAGE.DAYS.INVESTMENT"
                        + "&asOf=2026-06-30&knownAt=2026-07-01T00:00:00Z");
        String shown = page.locator("#projects-sum strong").innerText();
        List<CsvRecord> records = csv(download(page, "csv"));
        assertThat(records.getFirst().getFields())
                .containsExactly("Project", "Stage", "Days in stage", "Investment (CNY)");
        List<CsvRecord> projects = records.subList(1, records.size());
        assertThat(shown).isEqualTo(projects.size() + " projects");
        assertThat(projects).isNotEmpty().allSatisfy(project -> {
            assertThat(project.getField(1)).isEqualTo("Construction");
            assertThat(project.getField(2)).matches("\\d+");
            assertThat(project.getField(3)).matches("\\d*");
        });
        assertThat(projects.stream().map(project -> project.getField(0)))
                .containsExactlyElementsOf(
                        page.locator("#projects-rows .cell-name").allInnerTexts());

        List<JsonNode> taken = Api.at(port)
                .as("auditor")
                .get("/api/audit/accesses?action=EXPORTED&actor=leader")
                .json()
                .path("items")
                .valueStream()
                .toList();
        assertThat(taken)
                .anySatisfy(access -> assertThat(access.toString())
                        .contains("/projects/export.csv?", "stage=CONSTRUCTION", "knownAt=", "cols=NAME.STAGE.DAYS"));
    }

    private static Download download(Page page, String ending) {
        return page.waitForDownload(
                () -> page.locator("a[href*='export." + ending + "']").click());
    }

    private static List<CsvRecord> csv(Download download) throws IOException {
        try (InputStream in = download.createReadStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).startsWith("\uFEFF");
            return CsvReader.builder().ofCsvRecord(text.substring(1)).stream().toList();
        }
    }

    private static BigDecimal sum(List<Row> projects) {
        return projects.stream()
                .map(row -> row.getCellAsNumber(AMOUNT).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
