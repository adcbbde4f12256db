package park.pipeline.api.pages.analysis;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.pages.DemoBrowserTest;
import park.pipeline.api.pages.Visitors;
import tools.jackson.databind.JsonNode;

@DemoBrowserTest
class AnalysisIT {
    @LocalServerPort
    int port;

    @Test
    void conversion_and_durations_are_those_of_the_interface(Visitors visitors) {
        Page page = visitors.zh("leader")
                .open("/analysis?asOf=2026-06-30&cohortFrom=2024-01-01&cohortTo=2024-12-31&industry=LITHIUM");
        JsonNode conversion = Api.at(port)
                .get(
                        "/api/funnel/conversion?asOf=2026-06-30&cohortFrom=2024-01-01&cohortTo=2024-12-31&industry=LITHIUM")
                .json();
        for (JsonNode stage : conversion.path("stages")) {
            Locator cells = page.locator(
                    "#conversion-table tr[data-stage=" + stage.path("stage").asString() + "] td");
            assertThat(cells.nth(0))
                    .hasAttribute("data-value", stage.path("reached").asString());
            assertThat(stage.path("rateFromLead").decimalValue())
                    .isEqualByComparingTo(new BigDecimal(cells.nth(2).getAttribute("data-value")));
        }
        JsonNode durations = Api.at(port)
                .get("/api/funnel/durations?asOf=2026-06-30&industry=LITHIUM")
                .json();
        for (JsonNode stage : durations.path("stages")) {
            Locator cells = page.locator(
                    "#durations-table tr[data-stage=" + stage.path("stage").asString() + "] td");
            assertThat(cells.nth(0))
                    .hasAttribute("data-value", stage.path("completed").asString());
            if (!stage.path("medianDays").isNull()) {
                assertThat(cells.nth(1))
                        .hasAttribute("data-value", stage.path("medianDays").asString());
                assertThat(cells.nth(2))
                        .hasAttribute("data-value", stage.path("p90Days").asString());
            }
        }
        page.locator("#analysis-by").selectOption("TEAM");
        assertThat(page.locator("#groups-title")).containsText("按招商小组");
        page.locator("#analysis-stage").selectOption("CONTRACT");
        assertThat(page.locator("#bins-title")).containsText("正式签约");
        assertThat(page.locator("#distribution svg")).isVisible();
    }

    @Test
    void any_two_groups_stand_side_by_side(Visitors visitors) {
        Page page = visitors.en("leader").open("/analysis/compare");
        page.locator("#a-industry").selectOption("LITHIUM");
        assertThat(page.locator("fieldset legend").first()).hasText("A · Lithium materials");
        page.locator("#b-industry").selectOption("CARBON_FIBER");
        assertThat(page.locator("#compare-conversion svg")).containsText("B Carbon fibre");
        String cohort = Api.at(port)
                .get("/api/funnel/conversion?cohortFrom=1990-01-01&cohortTo=2030-01-01&industry=CARBON_FIBER")
                .json()
                .path("cohort")
                .asString();
        assertThat(page.locator("fieldset").nth(1)).containsText(cohort + " projects");
        assertThat(page.locator("#both-table tbody tr")).hasCount(8);
    }

    @Test
    void why_two_reports_differ_is_told_event_by_event_and_adds_up(Visitors visitors) {
        Page page = visitors.zh("leader").open("/reconcile?asOf=2026-09-30");
        page.locator("#reconcile-offered a").first().click();
        assertThat(page.locator("#reconcile-proof")).containsText("完全相等");
        page.navigate("/reconcile?asOf=2026-09-30&knownAt1=2026-09-30T16:00:00Z");
        JsonNode found = Api.at(port)
                .get("/api/funnel/reconcile?asOf=2026-09-30&knownAt1=2026-09-30T16:00:00Z")
                .json();
        assertThat(page.locator(".events > li")).hasCount(found.path("events").size());
        for (JsonNode stage : found.path("stages")) {
            Locator cells = page.locator(
                    "#reconcile-table tr[data-stage=" + stage.path("stage").asString() + "] td");
            assertThat(cells.nth(0)).hasText(stage.path("count1").asString());
            assertThat(cells.nth(1)).hasText(stage.path("count2").asString());
        }
    }
}
