package park.pipeline.api.pages.imports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.api.Api;
import park.pipeline.api.pages.BrowserTest;
import park.pipeline.api.pages.Visitors;

@BrowserTest
class ImportsIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

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
    void however_many_rows_are_wrong_each_stands_beside_what_is_wrong_with_it_page_by_page(Visitors visitors) {
        StringBuilder csv = new StringBuilder("reference,name,enterprise,industry,lead\n");
        for (int row = 2; row <= 131; row++) {
            csv.append("R-%1$d,Project %1$d,Company,no such industry,2023-01-05%n".formatted(row));
        }
        Page page = visitors.en("promoter").open("/imports");
        choose(page, csv.toString());
        assertThat(page.locator("#errors tbody tr")).hasCount(100);
        assertThat(page.locator("#errors mark")).hasCount(100);
        assertThat(page.locator("#errors tr[data-row='101']")).containsText("Project 101");
        page.locator("#progress a[href$='?from=100']").click();
        assertThat(page.locator("#errors tr[data-row='131']")).containsText("Project 131");
        assertThat(page.locator("#errors mark")).hasCount(30);
        assertThat(page.locator("#take")).isHidden();
        Download errors = page.waitForDownload(
                () -> page.locator("a[href$='/errors.csv']").click());
        assertThat(errors.path()).content(StandardCharsets.UTF_8).hasLineCount(131);
    }

    @Test
    void what_is_too_large_is_refused_in_words(Visitors visitors) {
        Page page = visitors.zh("promoter").expects("413").open("/imports");
        page.locator("#file").setInputFiles(new FilePayload("台账.csv", "text/csv", new byte[21 << 20]));
        assertThat(page.locator("#refused")).containsText("20 MiB");
    }

    @Test
    void an_import_that_is_watched_while_the_service_cannot_be_reached_is_watched_on(Visitors visitors) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into import_job (id, node_id, actor, dry_run, status, row_count, accepted, unchanged, rejected,"
                        + " started_at) values (?, 'another', 'promoter', false, 'RUNNING', 10, 3, 0, 0, 0)",
                id);
        Page page = visitors.en("promoter")
                .expects("ERR_FAILED")
                .expects("htmx:sendError")
                .expects("htmx:afterRequest")
                .page();
        page.route("**/imports/*/progress", Route::abort);
        page.navigate("/imports/" + id);
        assertThat(page.locator(".told-error")).hasCount(1);
        assertThat(page.locator("#progress")).containsText("3 of 10 rows");
        jdbc.update("update import_job set status = 'FAILED', failure = 'interrupted' where id = ?", id);
        page.unroute("**/imports/*/progress");
        assertThat(page.locator("#progress [role=alert]"))
                .containsText("Send the same file again", new ContainsTextOptions().setTimeout(20_000));
        assertThat(page.locator("#progress a[href='/imports']")).isVisible();
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
