package park.pipeline.api.pages.overview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import park.pipeline.api.Api;
import park.pipeline.api.Leads;
import park.pipeline.api.pages.BrowserTest;
import park.pipeline.api.pages.Visitors;

/** Nobody is left before an empty page. A service of its own: all others have data. */
@BrowserTest
@TestPropertySource(properties = "pipeline.origin=first.start/log")
class FirstStartIT {
    @LocalServerPort
    int port;

    @Test
    void an_empty_log_says_what_to_do_to_each_by_his_role_and_then_shows_the_first_project(Visitors visitors) {
        Page admin = visitors.en("admin").open("/");
        assertThat(admin.locator("#first-start a[href='/admin/users']")).isVisible();
        Page leader = visitors.zh("leader").open("/");
        assertThat(leader.locator("h1")).hasText("还没有任何项目");
        assertThat(leader.locator("#first-start")).containsText("请联系招商人员");
        Page promoter = visitors.zh("promoter").open("/");
        assertThat(promoter.locator("#first-start a[href='/imports']")).isVisible();
        promoter.locator("#first-start a[href='/projects/new']").click();
        assertThat(promoter.locator("h1")).hasText("登记线索");

        new Leads(Api.at(port)).register("2023-01-05", 120_000_000L);
        assertThat(leader.locator("h1")).hasText("总览");
        assertThat(leader.locator("#kpis")).containsText("1.2 亿元");
        assertThat(leader.locator("#time")).isVisible();
        assertThat(leader.locator("#funnel svg").first()).isVisible();
    }
}
