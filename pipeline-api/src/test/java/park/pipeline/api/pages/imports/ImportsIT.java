package park.pipeline.api.pages.imports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.pages.BrowserTest;
import park.pipeline.api.pages.Visitors;

@BrowserTest
class ImportsIT {
    @LocalServerPort
    int port;

    @Test
    void a_file_is_looked_at_with_its_errors_beside_the_rows_and_then_the_good_rows_are_taken(Visitors visitors) {
        String id = UUID.randomUUID().toString();
        Page page = visitors.zh("promoter").open("/imports");
        choose(
                page,
                "编号,项目名称,企业名称,产业,投资额（元）,线索日期,意向签约日期\n"
                        + id + "-1,甲项目,甲公司 " + id + ",碳纤维,100000000,2023-01-05,2023-02-01\n"
                        + id + "-2,乙项目,乙公司 " + id + ",不存在的产业,,2023-01-05,\n"
                        + id + "-3,丙项目,丙公司 " + id + ",锂电材料,,2023-05-05,2023-01-01\n");

        assertThat(page.locator("#progress")).containsText("可以接受");
        assertThat(page.locator("#errors tbody tr")).hasCount(2);
        assertThat(page.locator("#errors tr[data-row='3'] mark")).hasText("不存在的产业");
        assertThat(page.locator("#errors tr[data-row='4']")).containsText("丙项目");
        assertThat(Api.at(port)
                        .get("/api/projects?q=" + id)
                        .json()
                        .path("items")
                        .size())
                .as("nothing is written")
                .isZero();

        page.locator("#take button").click();
        page.waitForURL(Pattern.compile("/imports/[0-9a-f-]{36}$"));
        assertThat(page.locator("#progress[data-status=DONE]")).isVisible();
        page.reload();
        assertThat(page.locator("#progress .counts")).containsText("1 已接受");
        assertThat(page.locator("#progress .counts")).containsText("2 被拒绝");
        page.navigate("/imports");
        assertThat(page.locator("tbody tr").first()).containsText("promoter");
    }

    @Test
    void the_templates_would_be_taken_as_they_are(Visitors visitors) throws IOException {
        Page page = visitors.en("promoter").open("/imports");
        for (String ending : new String[] {"xlsx", "csv"}) {
            byte[] template;
            try (InputStream in = page.waitForDownload(() -> page.locator("a[href='/imports/template." + ending + "']")
                            .click())
                    .createReadStream()) {
                template = in.readAllBytes();
            }
            page.locator("#file").setInputFiles(new FilePayload("template." + ending, "", template));
            assertThat(page.locator("#chosen")).containsText("template." + ending);
            assertThat(page.locator("#progress[data-status=DONE]")).containsText("1 would be accepted");
            page.navigate("/imports");
        }
    }

    @Test
    void a_file_that_is_none_is_refused_in_words(Visitors visitors) {
        Page page = visitors.zh("promoter").expects("422").open("/imports");
        choose(page, "编号,项目名称,企业名称,产业,颜色\n1,a,b,碳纤维,红\n");
        assertThat(page.locator("#refused")).containsText("颜色");
        choose(page, "项目名称\na\n");
        assertThat(page.locator("#refused")).containsText("reference");
        assertThat(page.locator("#take")).isHidden();
    }

    private static void choose(Page page, String csv) {
        page.locator("#file")
                .setInputFiles(new FilePayload("台账.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }
}
