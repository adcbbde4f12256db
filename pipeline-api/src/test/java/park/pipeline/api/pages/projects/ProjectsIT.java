package park.pipeline.api.pages.projects;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.pages.DemoBrowserTest;
import park.pipeline.api.pages.Visitors;

@DemoBrowserTest
class ProjectsIT {
    @LocalServerPort
    int port;

    @Test
    void one_searches_as_one_types_and_the_address_shows_the_same_again(Visitors visitors) {
        Page page = visitors.zh("leader").open("/projects");
        page.keyboard().press("/");
        page.locator("#q").pressSequentially("碳纤维");
        int expected = Api.at(port)
                .get("/api/projects?limit=500&q=%E7%A2%B3%E7%BA%A4%E7%BB%B4")
                .json()
                .path("items")
                .size();
        assertThat(page.locator("#projects-sum")).containsText(expected + " 个项目");
        assertThat(page.locator("#q")).isFocused();
        page.locator("#filter-stage").selectOption("CONSTRUCTION");
        assertThat(page.locator("#projects-table .stage").first()).hasText("在建");
        String address = page.url();
        String sum = page.locator("#projects-sum").textContent();
        page.navigate("/");
        page.navigate(address);
        assertThat(page.locator("#projects-sum")).hasText(sum);
        page.locator(".chip input[value=CONSTRUCTION]").uncheck();
        assertThat(page.locator("#projects-sum")).containsText(expected + " 个项目");
    }

    @Test
    void columns_are_sorted_and_chosen_and_pages_turned(Visitors visitors) {
        Page page = visitors.en("leader").open("/projects?size=25");
        page.locator("#sort-INVESTMENT").click();
        page.locator("#sort-INVESTMENT").click();
        assertThat(page.locator("th[aria-sort=descending]")).containsText("Investment");
        String largest = page.locator("#projects-table td.number").nth(1).getAttribute("title");
        assertThat(largest).startsWith("CNY ");
        page.locator("a[rel=next]").click();
        assertThat(page.locator(".pages")).containsText("26–50");
        page.locator(".columns summary").click();
        page.locator(".columns-list input[value=OWNER]").check();
        assertThat(page.locator("#projects-table thead")).containsText("Owner");
        page.navigate("/projects");
        assertThat(page.locator("#projects-table thead")).containsText("Owner");
    }

    @Test
    void what_one_sees_is_taken_along_with_real_numbers_and_days(Visitors visitors) throws IOException {
        Page page = visitors.zh("leader").open("/projects?industry=LITHIUM&asOf=2026-06-30&sort=INVESTMENT&dir=desc");
        Download workbook = page.waitForDownload(
                () -> page.locator("a[href*='export.xlsx']").click());
        try (ReadableWorkbook read = new ReadableWorkbook(workbook.createReadStream())) {
            List<Row> rows = read.getFirstSheet().read();
            assertThat(page.locator("#projects-sum")).containsText((rows.size() - 1) + " 个项目");
            assertThat(rows.getFirst().getCellText(7)).isEqualTo("投资额（元）");
            assertThat(rows.get(1).getCell(7).getType()).isEqualTo(CellType.NUMBER);
            assertThat(rows.get(1).getCellAsDate(4)).isPresent();
            BigDecimal sum = rows.stream()
                    .skip(1)
                    .map(row -> row.getCellAsNumber(7).orElse(BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(page.locator("#projects-sum span")
                            .first()
                            .getAttribute("title")
                            .replaceAll("\\D", ""))
                    .isEqualTo(sum.toPlainString());
        }
        Download csv =
                page.waitForDownload(() -> page.locator("a[href*='export.csv']").click());
        try (InputStream in = csv.createReadStream()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("\uFEFF项目名称,企业,");
        }
    }
}
