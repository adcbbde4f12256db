package park.pipeline.api.pages.projects;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.math.BigDecimal;
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
class ProjectsIT {
    private static final String CARBON_FIBRE = "&q=%E7%A2%B3%E7%BA%A4%E7%BB%B4";

    @LocalServerPort
    int port;

    @Test
    void one_searches_as_one_types_and_the_address_shows_the_same_again(Visitors visitors) {
        Page page = visitors.zh("leader").open("/projects");
        page.keyboard().press("/");
        page.locator("#q").pressSequentially("碳纤维");
        int expected = projects(CARBON_FIBRE).size();
        assertThat(page.locator("#projects-sum")).containsText(expected + " 个项目");
        assertThat(page.locator("#q")).isFocused();
        page.locator("#filter-stage").selectOption("CONSTRUCTION");
        assertThat(page.locator("#projects-table .stage").first()).hasText("在建");
        assertThat(page.locator("#projects-sum"))
                .containsText(projects(CARBON_FIBRE + "&stage=CONSTRUCTION").size() + " 个项目");
        String address = page.url();
        String sum = page.locator("#projects-sum").textContent();
        page.navigate("/");
        page.navigate(address);
        assertThat(page.locator("#projects-sum")).hasText(sum);
        page.locator(".chip input[value=CONSTRUCTION]").click();
        assertThat(page.locator("#projects-sum")).containsText(expected + " 个项目");
        page.locator("#unfiltered").click();
        assertThat(page.locator("#projects-sum")).containsText(projects("").size() + " 个项目");
        assertThat(page.locator("#q")).hasValue("");
    }

    @Test
    void an_answer_does_not_disturb_whoever_composes_chinese(Visitors visitors) {
        Page page = visitors.zh("leader").open("/projects");
        List<Route> held = new ArrayList<>();
        // The route stays: taking the last one away would let go what it holds.
        page.route(Pattern.compile("/projects\\?.*q="), route -> {
            if (held.isEmpty()) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        Locator q = page.locator("#q");
        q.fill("碳");
        page.waitForCondition(() -> !held.isEmpty());
        q.evaluate(
                "q => { q.isTheSame = true; q.dispatchEvent(new CompositionEvent('compositionstart', {bubbles: true}));"
                        + " q.value = '碳xianwei'; q.dispatchEvent(new InputEvent('input', {bubbles: true, isComposing: true})); }");
        page.waitForResponse(
                response -> response.url().contains("q="), () -> held.getFirst().resume());
        // What was answered is not shown, and letters that are no word yet are not asked for.
        assertThat(page.locator("#projects-sum")).containsText(projects("").size() + " 个项目");
        assertThat(q.evaluate("q => q.isTheSame && q.value")).isEqualTo("碳xianwei");

        q.evaluate(
                "q => { q.value = '碳纤维'; q.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true})); }");
        assertThat(page.locator("#projects-sum"))
                .containsText(projects(CARBON_FIBRE).size() + " 个项目");
        assertThat(q).hasValue("碳纤维");
        assertThat(q).isFocused();
    }

    @Test
    void what_is_typed_while_an_answer_is_on_its_way_stays_and_is_asked_for(Visitors visitors) {
        Page page = visitors.zh("leader").open("/projects");
        Locator q = page.locator("#q");
        // The rest is typed in the very moment in which the answer to the beginning is about to be shown.
        page.evaluate("document.addEventListener('htmx:beforeSwap', () => {"
                + " const q = document.getElementById('q'); q.value += '纤维'; }, {once: true, capture: true})");
        q.pressSequentially("碳");
        assertThat(page.locator("#projects-sum"))
                .containsText(projects(CARBON_FIBRE).size() + " 个项目");
        assertThat(q).hasValue("碳纤维");
        assertThat(q).isFocused();
    }

    @Test
    void columns_are_sorted_and_pages_turned(Visitors visitors) {
        Page page = visitors.en("leader").open("/projects?size=25");
        page.locator("#sort-INVESTMENT").click();
        assertThat(page.locator("th[aria-sort=descending]")).containsText("Investment");
        assertThat(page.locator("#sort-INVESTMENT")).isFocused();
        BigDecimal largest =
                amounts(projects("")).stream().max(BigDecimal::compareTo).orElseThrow();
        assertThat(page.locator("#projects-table td.number[title]").first())
                .hasAttribute("data-value", largest.toPlainString());
        page.locator("#next-page").click();
        assertThat(page.locator("#projects-pages .shown"))
                .hasText("26–50 of " + projects("").size());
        assertThat(page.locator("th[aria-sort=descending]")).containsText("Investment");
        page.locator("#sort-INVESTMENT").click();
        assertThat(page.locator("th[aria-sort=ascending]")).containsText("Investment");
        assertThat(page.locator("#projects-pages .shown")).containsText("1–25");
        page.locator("#sort-INVESTMENT").click();
        assertThat(page.locator("th[aria-sort]")).hasCount(0);

        page.navigate("/projects?size=25&page=999");
        int last = (projects("").size() + 24) / 25;
        assertThat(page.locator(".page-number[aria-current=page]")).hasText(Integer.toString(last));
        assertThat(page.locator("#projects-rows tr")).hasCount(projects("").size() - 25 * (last - 1));
    }

    @Test
    void columns_are_chosen_one_after_the_other_kept_in_the_browser_and_in_the_address(Visitors visitors) {
        Page page = visitors.en("leader").open("/projects");
        page.locator(".columns summary").click();
        page.locator("#column-OWNER").click();
        assertThat(page.locator("#projects-table thead")).containsText("Owner");
        page.locator("#column-ENTERPRISE").click();
        assertThat(page.locator("#projects-table thead")).not().containsText("Enterprise");
        assertThat(page.locator("#column-ENTERPRISE")).isFocused();
        assertThat(page.locator("#column-NAME")).isDisabled();
        page.navigate("/projects");
        assertThat(page.locator("#projects-table thead")).containsText("Owner");
        page.waitForURL(url -> url.contains("OWNER"));

        Page other = visitors.en("leader").open(page.url());
        assertThat(other.locator("#projects-table thead")).containsText("Owner");
        assertThat(other.locator("#projects-table thead")).not().containsText("Enterprise");

        page.locator(".columns summary").click();
        page.locator("#usual-columns").click();
        assertThat(page.locator("#projects-table thead")).not().containsText("Owner");
        assertThat(page.locator("#projects-table thead")).containsText("Enterprise");
    }

    @Test
    void one_goes_from_the_search_through_the_rows_to_a_project_by_keys(Visitors visitors) {
        Page page = visitors.zh("leader").open("/projects?asOf=2026-06-30");
        page.keyboard().press("/");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        Locator second = page.locator("#projects-rows .cell-name a").nth(1);
        assertThat(second).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/projects/") && url.contains("asOf=2026-06-30"));
    }

    @Test
    void the_numbers_are_those_of_the_interface_now_and_at_any_two_times(Visitors visitors) {
        Visitor leader = visitors.zh("leader");
        Page page = leader.open("/projects?industry=LITHIUM&overdue=RED");
        List<JsonNode> red = projects("&industry=LITHIUM&overdue=RED");
        shows(page, red.size(), amounts(red));
        assertThat(page.locator("#projects-rows .light-RED")).hasCount(Math.min(red.size(), 50));

        for (String times : List.of("asOf=2025-06-30", "asOf=2026-03-31&knownAt=2026-04-02T00:00:00Z")) {
            JsonNode stages = Api.at(port)
                    .get("/api/funnel?industry=LITHIUM&" + times)
                    .json()
                    .path("stages");
            long count = stages.valueStream()
                    .mapToLong(s -> s.path("count").asLong())
                    .sum();
            long known = stages.valueStream()
                    .mapToLong(s -> s.path("investmentKnown").asLong())
                    .sum();
            long sum = stages.valueStream()
                    .mapToLong(s -> s.path("investmentCny").asLong())
                    .sum();
            leader.open("/projects?industry=LITHIUM&" + times);
            assertThat(count).isPositive();
            assertThat(page.locator("#projects-sum")).containsText(count + " 个项目");
            assertThat(page.locator("#projects-sum")).containsText(known + " 个金额已知");
            assertThat(page.locator("#projects-sum [data-value]")).hasAttribute("data-value", Long.toString(sum));
            assertThat(page.locator("#projects-rows .cell-name a").first())
                    .hasAttribute("href", Pattern.compile("asOf="));
        }
    }

    @Test
    void a_stage_that_is_none_is_refused_and_not_all_projects_shown() {
        assertThat(Api.at(port).get("/projects?stage=NOWHERE").status()).isEqualTo(400);
        assertThat(Api.at(port).get("/projects?overdue=GREEN").status()).isEqualTo(400);
        assertThat(Api.at(port).get("/projects/export.csv?stage=NOWHERE").status())
                .isEqualTo(400);
    }

    @Test
    void a_telephone_shows_each_project_as_a_card(Visitors visitors) {
        Visitor phone = visitors.phone("leader");
        Page page = phone.open("/projects?stage=CONSTRUCTION");
        Locator row = page.locator("#projects-rows tr").first();
        assertThat(row.locator("td.number[title]")).isVisible();
        assertThat(row.locator(".stage")).isInViewport();
        phone.scrollsNotSideways().findsNoBarrier().readsItInTheDark();
        page.locator("#sort-INVESTMENT").click();
        assertThat(page.locator("th[aria-sort=descending]")).isVisible();
        page.locator(".columns summary").click();
        assertThat(page.locator("#column-OWNER")).isVisible();
        phone.scrollsNotSideways();
    }

    private void shows(Page page, int count, List<BigDecimal> amounts) {
        assertThat(count).isPositive();
        assertThat(page.locator("#projects-sum")).containsText(count + " 个项目");
        assertThat(page.locator("#projects-sum")).containsText(amounts.size() + " 个金额已知");
        assertThat(page.locator("#projects-sum [data-value]"))
                .hasAttribute(
                        "data-value",
                        amounts.stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .toPlainString());
    }

    private static List<BigDecimal> amounts(List<JsonNode> projects) {
        return projects.stream()
                .map(p -> p.path("investmentCny"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .toList();
    }

    private List<JsonNode> projects(String query) {
        return Api.at(port)
                .get("/api/projects?limit=500" + query)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }
}
