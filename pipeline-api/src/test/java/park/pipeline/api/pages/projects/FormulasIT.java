package park.pipeline.api.pages.projects;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.pages.BrowserTest;
import park.pipeline.api.pages.Visitor;
import park.pipeline.api.pages.Visitors;

@BrowserTest
class FormulasIT {
    @LocalServerPort
    int port;

    @Test
    void a_name_that_is_a_formula_leaves_as_a_text(Visitors visitors) throws IOException {
        String team = "team-" + UUID.randomUUID();
        String formula = "=HYPERLINK(\"http://x.example\",\"" + UUID.randomUUID() + "\")";
        Answer registered = Api.at(port).post("/api/projects", """
                {"name":"%s","enterprise":{"name":"某公司"},"industry":"LITHIUM","occurredOn":"2024-01-05","team":"%s"}
                """.formatted(formula.replace("\"", "\\\""), team));
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        Api.at(port)
                .with("Pipeline-Min-Position", registered.header("Pipeline-Position"))
                .get("/api/projects?team=" + team);
        Visitor leader = visitors.en("leader");
        Page page = leader.open("/projects?team=" + team + "&cols=NAME.TEAM");

        Download csv =
                page.waitForDownload(() -> page.locator("a[href*='export.csv']").click());
        try (InputStream in = csv.createReadStream()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("\uFEFFProject,Team\r\n\"'" + formula.replace("\"", "\"\"") + "\"," + team + "\r\n");
        }
        Download workbook = page.waitForDownload(
                () -> page.locator("a[href*='export.xlsx']").click());
        try (ReadableWorkbook read = new ReadableWorkbook(workbook.createReadStream())) {
            List<Row> rows = read.getFirstSheet().read();
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCell(0).getFormula()).isNull();
            assertThat(rows.get(1).getCellText(0)).isEqualTo(formula);
        }
    }
}
