package park.pipeline.api.pages.overview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.pages.DemoBrowserTest;
import park.pipeline.api.pages.Visitors;
import tools.jackson.databind.JsonNode;

/** A leader's page says what the interface says, of any day and as known at any instant. */
@DemoBrowserTest
class OverviewIT {
    @LocalServerPort
    int port;

    @Test
    void the_funnel_of_the_page_is_that_of_the_interface_for_every_pair_of_times(Visitors visitors) {
        Page page = visitors.zh("leader").open("/");
        for (String times : new String[] {
            "asOf=2023-07-31",
            "asOf=2025-06-30",
            "asOf=2025-06-30&knownAt=2025-07-01T00:00:00Z",
            "asOf=2026-06-30&knownAt=2026-06-30T16:00:00Z",
            "asOf=2026-06-30&industry=LITHIUM&industry=CARBON_FIBER"
        }) {
            page.navigate("/?" + times);
            assertEqual(page, Api.at(port).get("/api/funnel?" + times).json());
        }
    }

    @Test
    void the_slider_of_the_day_changes_the_funnel_to_the_numbers_of_that_day(Visitors visitors) {
        Page page = visitors.zh("leader").open("/");
        assertThat(page.locator("#time-banner .banner")).hasCount(0);
        page.waitForFunction("document.querySelector('#as-of-slider').min < 19000"); // the marks are there
        int day = (int) LocalDate.of(2025, 6, 30).toEpochDay();
        page.evaluate("""
                day => { const s = document.getElementById('as-of-slider'); s.value = day;
                  s.dispatchEvent(new Event('input', {bubbles: true})); }""", day);
        assertThat(page.locator("#time-banner .banner")).containsText("2025-06-30");
        page.waitForURL(url -> url.contains("asOf=2025-06-30"));
        assertEqual(page, Api.at(port).get("/api/funnel?asOf=2025-06-30").json());

        int known = (int) LocalDate.of(2025, 3, 31).toEpochDay();
        page.evaluate("""
                day => { const s = document.getElementById('known-at-slider'); s.value = day;
                  s.dispatchEvent(new Event('input', {bubbles: true})); }""", known);
        page.waitForURL(url -> url.contains("knownAt=2025-03-31"));
        assertThat(page.locator("#time-banner")).containsText("2025-03-31 23:59:59");
        assertEqual(
                page,
                Api.at(port)
                        .get("/api/funnel?asOf=2025-06-30&knownAt=2025-03-31T15:59:59.999999Z")
                        .json());
        page.locator("#time-banner a", new Page.LocatorOptions().setHasText("此后有哪些变化"))
                .click();
        assertThat(page.locator("#reconcile-proof")).containsText("已核对");

        page.goBack();
        page.locator("[data-now]").click();
        assertThat(page.locator("#time-banner .banner")).hasCount(0);
        assertEqual(page, Api.at(port).get("/api/funnel").json());
    }

    @Test
    void the_year_trend_and_flow_are_those_of_the_interface(Visitors visitors) {
        Page page = visitors.zh("leader").open("/?asOf=2026-06-30&from=2025-07-01");
        JsonNode year = Api.at(port).get("/api/targets/2026?asOf=2026-06-30").json();
        for (String kpi : new String[] {"contracts", "constructionStarts", "productions"}) {
            assertThat(page.locator("[data-kpi=" + kpi + "] .kpi-number"))
                    .hasAttribute("data-value", year.at("/" + kpi + "/reached").asString());
        }
        assertThat(page.locator("[data-kpi=contractInvestment] .kpi-number"))
                .hasAttribute(
                        "data-value", year.at("/contractInvestmentCny/reached").asString());

        page.locator("#trend-measure").selectOption("amount");
        page.waitForURL(url -> url.contains("measure=amount"));
        JsonNode points = Api.at(port)
                .get("/api/funnel/trend?from=2024-07-31&to=2026-06-30&step=MONTH")
                .json()
                .path("points");
        assertThat(page.locator("#trend-table tbody tr")).hasCount(points.size());
        for (JsonNode point : points) {
            Locator cells = page.locator(
                    "#trend-table tr[data-day='" + point.path("asOf").asString() + "'] td");
            assertThat(cells.nth(3))
                    .hasAttribute(
                            "data-value", point.at("/stages/3/investmentCny").asString());
            assertThat(cells.nth(8))
                    .hasAttribute(
                            "data-value", point.at("/stages/8/investmentCny").asString());
        }
        JsonNode links = Api.at(port)
                .get("/api/funnel/flow?from=2025-07-01&to=2026-06-30")
                .json()
                .path("links");
        assertThat(page.locator("#flow-table tbody tr")).hasCount(links.size());
        for (JsonNode link : links) {
            Locator cells = page.locator("#flow-table tr[data-link='%s>%s'] td"
                    .formatted(link.path("from").asString(""), link.path("to").asString()));
            assertThat(cells.nth(2))
                    .hasAttribute("data-value", link.path("count").asString());
            assertThat(cells.nth(3))
                    .hasAttribute("data-value", link.path("investmentCny").asString());
        }
    }

    @Test
    void what_one_chose_to_see_stays_in_the_address_when_one_filters_moves_in_time_and_comes_back(Visitors visitors) {
        Page page = visitors.zh("leader").open("/");
        page.locator("#trend-step").selectOption("YEAR");
        page.waitForURL(url -> url.contains("step=YEAR"));
        page.locator("#flow-from").fill("2025-01-01");
        page.waitForURL(url -> url.contains("from=2025-01-01") && !url.contains("to="));
        page.locator("#filter-industry").selectOption("LITHIUM");
        page.waitForURL(url -> url.contains("industry=LITHIUM") && url.contains("step=YEAR"));
        assertThat(page.locator(".chip")).hasCount(1);
        page.locator("#as-of").fill("2026-06-30");
        page.waitForURL(url ->
                url.contains("asOf=2026-06-30") && url.contains("from=2025-01-01") && url.contains("industry=LITHIUM"));
        assertThat(page.locator("#flow-to")).hasValue("2026-06-30");
        page.reload();
        assertThat(page.locator("#trend-step")).hasValue("YEAR");
        assertThat(page.locator("#flow-from")).hasValue("2025-01-01");
        assertEqual(
                page,
                Api.at(port).get("/api/funnel?asOf=2026-06-30&industry=LITHIUM").json());
        page.locator("#flow-to").fill("2024-12-31");
        assertThat(page.locator("#flow-card [role=alert]")).hasText("开始日期晚于结束日期。");
    }

    @Test
    void what_happened_last_is_of_the_projects_and_up_to_the_day_that_one_looks_at(Visitors visitors) {
        Page page = visitors.zh("leader").open("/?asOf=2025-06-30&industry=LITHIUM");
        List<String> days = page.locator(".latest-day").allTextContents();
        assertThat(days)
                .hasSize(12)
                .allSatisfy(day -> assertThat(day.replaceAll("[^0-9-]", "")).isLessThanOrEqualTo("2025-06-30"));
        for (Object project :
                page.locator(".latest a").evaluateAll("all => all.map(a => a.pathname)") instanceof List<?> l
                        ? l
                        : List.of()) {
            assertThat(Api.at(port)
                            .get("/api" + project)
                            .json()
                            .path("industry")
                            .asString())
                    .isEqualTo("LITHIUM");
        }
    }

    @Test
    void what_is_stuck_and_what_moved_leads_to_the_projects(Visitors visitors) {
        Page page = visitors.en("leader").open("/?asOf=2026-06-30");
        assertThat(page.locator("#signed-card tbody tr")).hasCount(10);
        assertThat(page.locator("#flow svg")).containsText("Construction");
        page.locator("#trend-step").selectOption("YEAR");
        assertThat(page.locator("#trend-table tbody tr")).hasCount(12);
        String red = page.locator("#lights-card .light-RED").first().textContent();
        page.locator("#lights-card .light-RED").first().click();
        assertThat(page.locator("#projects-sum")).containsText(red + " projects");
        page.goBack();
        String name = page.locator("#started-card tbody a").first().textContent();
        page.locator("#started-card tbody a").first().click();
        assertThat(page.locator("h1")).hasText(name);
        assertThat(page.locator("#time-banner")).containsText("2026-06-30");
    }

    @Test
    void a_chart_is_a_table_too_and_both_can_be_taken_along(Visitors visitors) {
        Page page = visitors.zh("leader").open("/");
        Locator funnel = page.locator("#funnel");
        String csv = new String(bytes(
                page.waitForDownload(() -> funnel.locator("[data-chart-csv]").click())));
        assertThat(csv).contains("阶段,项目数,投资额").contains("退出,");
        assertThat(new String(bytes(page.waitForDownload(
                        () -> funnel.locator("[data-chart-picture]").click()))))
                .contains("<svg");
        funnel.locator("[data-chart-table]").click();
        assertThat(funnel.locator("table")).isVisible();
        assertThat(funnel.locator("svg")).isHidden();
    }

    private static byte[] bytes(com.microsoft.playwright.Download download) {
        try (java.io.InputStream in = download.createReadStream()) {
            return in.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** All nine stages, to the last yuan. */
    private static void assertEqual(Page page, JsonNode funnel) {
        page.locator("#funnel-table").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        for (JsonNode stage : funnel.path("stages")) {
            Locator cells = page.locator(
                    "#funnel-table tr[data-stage=" + stage.path("stage").asString() + "] td");
            assertThat(cells.nth(0))
                    .hasAttribute("data-value", stage.path("count").asString());
            assertThat(cells.nth(1))
                    .hasAttribute("data-value", stage.path("investmentCny").asString());
            assertThat(cells.nth(2))
                    .hasAttribute("data-value", stage.path("investmentKnown").asString());
        }
    }
}
