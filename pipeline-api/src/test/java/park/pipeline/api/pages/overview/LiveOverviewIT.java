package park.pipeline.api.pages.overview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Leads;
import park.pipeline.api.pages.BrowserTest;
import park.pipeline.api.pages.Visitors;

/** Whoever has the overview open sees what others do, and loses nothing of what he chose to see. */
@BrowserTest
class LiveOverviewIT {
    @LocalServerPort
    int port;

    @Test
    void a_command_appears_on_the_open_page_which_stays_as_it_was_set(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        String project = leads.register("2023-01-05", 250_000_000L);
        leads.get("/api/funnel");
        Page page = visitors.zh("leader").open("/?team=" + leads.team());
        page.evaluate("window.loadedOnce = true");
        page.locator("#trend-step").selectOption("QUARTER");
        page.waitForURL(url -> url.contains("step=QUARTER"));
        Locator lead = page.locator("#funnel-table tr[data-stage=LEAD] td");
        Locator negotiation = page.locator("#funnel-table tr[data-stage=NEGOTIATION] td");
        assertThat(lead.nth(0)).hasAttribute("data-value", "1");
        page.locator("#funnel [data-chart-table]").click();
        assertThat(page.locator(".latest li[data-position]")).hasCount(1);

        leads.does(project, "open-negotiation", "{'occurredOn':'2023-02-01'}");

        assertThat(negotiation.nth(0)).hasAttribute("data-value", "1");
        assertThat(negotiation.nth(1)).hasAttribute("data-value", "250000000");
        assertThat(lead.nth(0)).hasAttribute("data-value", "0");
        assertThat(page.locator(".latest li[data-position]")).hasCount(2);
        assertThat(page.locator(".latest li").first()).containsText("开始洽谈");
        assertThat(page.locator("#lights-card tr[data-stage=NEGOTIATION] .light-RED"))
                .hasText("1");
        assertThat(page.locator("#trend-table tbody tr").last().locator("td").nth(1))
                .hasAttribute("data-value", "1");
        assertThat(page.locator("#trend-step")).hasValue("QUARTER");
        assertThat(page.locator("#funnel table")).isVisible();
        org.assertj.core.api.Assertions.assertThat(page.evaluate("window.loadedOnce"))
                .isEqualTo(true);
    }

    @Test
    void what_is_unknown_is_a_dash_and_a_year_without_target_leads_administrators_to_where_it_is_set(
            Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        leads.register("2023-01-05", null);
        leads.get("/api/funnel");
        Page leader = visitors.en("leader").open("/?team=" + leads.team());
        assertThat(leader.locator("#funnel svg")).containsText("Lead 1 · —");
        Page admin = visitors.en("admin").open("/");
        assertThat(admin.locator("[data-kpi=productions]")).containsText("No target is set.");
        admin.locator("[data-kpi=productions] a").click();
        assertThat(admin.locator("#years")).isVisible();
    }
}
