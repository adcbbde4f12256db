package park.pipeline.api.pages.analysis;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.pages.DemoBrowserTest;
import park.pipeline.api.pages.Visitor;
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
        assertThat(page.locator("#compare-conversion svg")).containsText("B · Carbon fibre");
        String cohort = Api.at(port)
                .get("/api/funnel/conversion?cohortFrom=1990-01-01&cohortTo=2030-01-01&industry=CARBON_FIBER")
                .json()
                .path("cohort")
                .asString();
        assertThat(page.locator("fieldset").nth(1)).containsText(cohort + " projects");
        assertThat(page.locator("#both-table tbody tr")).hasCount(9);
    }

    @Test
    void each_cohort_of_a_year_has_the_numbers_that_the_interface_gives_for_it(Visitors visitors) {
        Page page = visitors.zh("leader").open("/analysis?asOf=2026-06-30&knownAt=2026-08-01T00:00:00Z");
        assertThat(page.locator("#periods svg")).containsText("正式签约");
        for (String year : List.of("2023", "2024", "2025")) {
            JsonNode expected = Api.at(port)
                    .get("/api/funnel/conversion?asOf=2026-06-30&knownAt=2026-08-01T00:00:00Z&cohortFrom=" + year
                            + "-01-01&cohortTo=" + year + "-12-31")
                    .json();
            Locator row = page.locator("#periods-table tr[data-period='" + year + "'] td");
            List<String> figures =
                    new ArrayList<>(List.of(expected.path("cohort").asString()));
            for (JsonNode stage : expected.path("stages")) {
                if (!stage.path("stage").asString().equals("LEAD")) {
                    figures.add(stage.path("reached").asString());
                    figures.add(stage.path("rateFromLead")
                            .decimalValue()
                            .setScale(4)
                            .toPlainString());
                }
            }
            figures.add(expected.path("withdrawn").asString());
            figures.add(expected.path("open").asString());
            assertThat(values(row)).as(year).isEqualTo(figures);
        }
    }

    @Test
    void the_cohorts_that_are_asked_for_most_are_one_click_away_and_stand_in_the_address(Visitors visitors) {
        Page page = visitors.zh("leader").open("/analysis?asOf=2026-06-30&stage=CONTRACT");
        assertThat(page.locator("[data-preset=all]")).hasAttribute("aria-current", "true");
        page.locator("[data-preset=lastYear]").click();
        assertThat(page.locator("[data-preset=lastYear]")).hasAttribute("aria-current", "true");
        assertThat(page)
                .hasURL(Pattern.compile("asOf=2026-06-30&stage=CONTRACT&cohortFrom=2025-01-01&cohortTo=2025-12-31$"));
        String cohort = Api.at(port)
                .get("/api/funnel/conversion?asOf=2026-06-30&cohortFrom=2025-01-01&cohortTo=2025-12-31")
                .json()
                .path("cohort")
                .asString();
        assertThat(page.locator("#conversion-card .card-header")).containsText("共 " + cohort + " 个项目");
        page.locator("#to-compare").click();
        assertThat(page.locator("#a-from")).hasValue("2025-01-01");
        assertThat(page.locator("#compare-stage")).hasValue("CONTRACT");
    }

    @Test
    void a_chart_is_a_table_too_and_both_can_be_taken_along(Visitors visitors) throws IOException {
        Visitor leader = visitors.zh("leader");
        Page page = leader.open("/analysis?asOf=2026-06-30");
        page.locator("#durations [data-chart-table]").click();
        assertThat(page.locator("#durations-table")).isVisible();
        assertThat(page.locator("#durations .chart-canvas")).isHidden();
        page.locator("#periods [data-chart-table]").click();
        assertThat(page.locator("#periods-table")).isVisible();
        leader.findsNoBarrier();
        String csv = download(page, "#durations [data-chart-csv]");
        JsonNode contract = Api.at(port)
                .get("/api/funnel/durations?asOf=2026-06-30")
                .json()
                .path("stages")
                .path(3);
        assertThat(csv)
                .contains("正式签约," + contract.path("completed").asString() + ","
                        + contract.path("medianDays").asString() + ","
                        + contract.path("p90Days").asString());
        assertThat(download(page, "[data-table-csv]")).contains("碳纤维,");
        assertThat(download(page, "#conversion [data-chart-picture]")).startsWith("<svg");
    }

    @Test
    void a_group_leads_to_its_comparison_with_all_and_the_differences_are_those_of_the_interface(Visitors visitors) {
        Visitor leader = visitors.en("leader");
        Page page = leader.open("/analysis?asOf=2026-06-30&cohortFrom=2024-01-01");
        page.locator("[data-group=LITHIUM] a").click();
        assertThat(page.locator("fieldset legend").first()).hasText("A · Lithium materials");
        JsonNode a = conversion("&industry=LITHIUM");
        JsonNode b = conversion("");
        for (int i = 0; i < 8; i++) {
            BigDecimal points = a.path(i)
                    .path("rateFromLead")
                    .decimalValue()
                    .subtract(b.path(i).path("rateFromLead").decimalValue())
                    .movePointRight(2)
                    .setScale(2);
            assertThat(page.locator("#both-table tr[data-stage="
                            + a.path(i).path("stage").asString() + "] [data-figure=points]"))
                    .hasText((points.signum() > 0 ? "+" : "") + points.toPlainString());
        }
        page.locator("#compare-stage").selectOption("CONTRACT");
        assertThat(page.locator("#bins-title")).hasText("Distribution of days: Contract signed");
        assertThat(page).hasURL(Pattern.compile("stage=CONTRACT"));
        assertThat(page.locator("#a-industry")).hasValue("LITHIUM");
    }

    @Test
    void what_makes_no_sense_is_refused_and_not_answered_for_something_else() {
        for (String address : List.of(
                "/analysis/compare?aIndustry=GOLD",
                "/analysis?stage=TALKS",
                "/analysis?cohortFrom=2025-13-01",
                "/analysis?by=REGISTERED")) {
            assertThat(Api.at(port).as("leader").get(address).status())
                    .as(address)
                    .isEqualTo(400);
        }
    }

    private JsonNode conversion(String filter) {
        return Api.at(port)
                .get("/api/funnel/conversion?asOf=2026-06-30&cohortFrom=2024-01-01&cohortTo=2026-06-30" + filter)
                .json()
                .path("stages");
    }

    private static List<String> values(Locator cells) {
        return cells.all().stream().map(cell -> cell.getAttribute("data-value")).toList();
    }

    private static String download(Page page, String button) throws IOException {
        return Files.readString(
                page.waitForDownload(() -> page.locator(button).click()).path());
    }
}
