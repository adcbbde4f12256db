package park.pipeline.api.pages.reconcile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.pages.DemoBrowserTest;
import park.pipeline.api.pages.Visitor;
import park.pipeline.api.pages.Visitors;
import tools.jackson.databind.JsonNode;

@DemoBrowserTest
class ReconcileIT {
    private static final String SEPTEMBER = "asOf=2026-09-30&knownAt1=2026-09-30T16:00:00Z";
    private static final String LONG_AGO = "asOf=2026-09-30&knownAt1=2024-09-30T16:00:00Z";

    @LocalServerPort
    int port;

    @Test
    void who_brings_no_report_is_offered_the_end_of_last_month_and_days_with_news(Visitors visitors) {
        Page page = visitors.zh("leader").open("/reconcile?asOf=2026-09-30");
        assertThat(page.locator("#reconcile-offered a").first()).containsText("上月末");
        page.locator("#reconcile-offered a").nth(1).click();
        assertThat(page.locator("#reconcile-table")).isVisible();
        assertThat(page).hasURL(Pattern.compile("knownAt1=\\d{4}-\\d{2}-\\d{2}T15:59:59\\.999999Z"));
    }

    @Test
    void both_reports_and_each_event_with_its_share_are_those_of_the_interface(Visitors visitors) {
        Page page = visitors.zh("leader").open("/reconcile?" + SEPTEMBER);
        JsonNode found = Api.at(port).get("/api/funnel/reconcile?" + SEPTEMBER).json();
        for (JsonNode stage : found.path("stages")) {
            Locator row = page.locator(
                    "#reconcile-table tr[data-stage=" + stage.path("stage").asString() + "]");
            assertThat(row.locator("[data-figure=count1]"))
                    .hasText(stage.path("count1").asString());
            assertThat(row.locator("[data-figure=count2]"))
                    .hasText(stage.path("count2").asString());
            assertThat(row.locator("[data-figure=investment1]"))
                    .hasAttribute("data-value", stage.path("investmentCny1").asString());
            assertThat(row.locator("[data-figure=investment2]"))
                    .hasAttribute("data-value", stage.path("investmentCny2").asString());
        }
        List<String> expected = new ArrayList<>();
        for (JsonNode event : found.path("events")) {
            expected.add(event.path("position").asString());
        }
        assertThat(expected).isNotEmpty();
        assertThat(positions(page)).isEqualTo(expected);
        Locator withdrawal = page.locator(".events > li", new Page.LocatorOptions().setHasText("20000吨铜合金棒材项目"));
        assertThat(withdrawal).containsText("退出");
        assertThat(withdrawal).containsText("发生于 2026-08-24");
        assertThat(withdrawal).containsText("2026-10-09 13:44:00 由 promoter 登记");
        assertThat(withdrawal).containsText("理由：融资");
        assertThat(withdrawal.locator("a")).hasAttribute("href", Pattern.compile("^/projects/.*#event-2$"));
        assertThat(page.locator("#reconcile-proof")).containsText("完全相等");
    }

    @Test
    void many_events_are_paged_and_every_page_shows_that_all_of_them_add_up(Visitors visitors) {
        Visitor leader = visitors.en("leader");
        Page page = leader.open("/reconcile?" + LONG_AGO);
        JsonNode found = Api.at(port).get("/api/funnel/reconcile?" + LONG_AGO).json();
        int events = found.path("events").size();
        assertThat(events).isGreaterThan(200);
        Map<String, BigInteger> sums = new HashMap<>();
        List<String> positions = new ArrayList<>();
        int pages = 1;
        take(page, positions, sums);
        while (page.locator("[rel=next]").count() > 0) {
            assertThat(page.locator("#reconcile-proof")).containsText("the shares of the " + events + " events add up");
            page.locator("[rel=next]").click();
            assertThat(page.locator(".reconcile-number").first()).hasText(Integer.toString(100 * pages + 1));
            pages++;
            take(page, positions, sums);
        }
        assertThat(pages).isEqualTo((events + 99) / 100);
        assertThat(positions).hasSize(events).doesNotHaveDuplicates();
        for (JsonNode stage : found.path("stages")) {
            String code = stage.path("stage").asString();
            assertThat(sums.getOrDefault(code + " count", BigInteger.ZERO))
                    .isEqualTo(number(stage, "count2").subtract(number(stage, "count1")));
            assertThat(sums.getOrDefault(code + " investment", BigInteger.ZERO))
                    .isEqualTo(number(stage, "investmentCny2").subtract(number(stage, "investmentCny1")));
        }
        leader.findsNoBarrier();
        page.locator(".pages a").first().click();
        assertThat(page.locator(".reconcile-number").first()).hasText("1");
    }

    @Test
    void the_second_report_is_that_of_the_time_bar_wherever_it_was_asked_for(Visitors visitors) {
        Page page = visitors.zh("leader").open("/reconcile?" + SEPTEMBER + "&knownAt2=2026-10-31T00:59:59Z");
        assertThat(page.locator("#known-at")).hasValue("2026-10-31T08:59:59");
        assertThat(page.locator(".reconcile-facts")).containsText("按 2026-10-31 08:59:59 时所知");
        assertThat(page.locator(".events > li")).hasCount(3);
        page.locator("[data-now]").click();
        assertThat(page.locator(".reconcile-facts")).containsText("按现在所知");
        assertThat(page.locator("#as-of")).not().hasValue("2026-09-30");
    }

    @Test
    void the_banner_of_a_page_of_the_past_leads_from_what_it_showed_to_now(Visitors visitors) {
        Page page = visitors.zh("leader").open("/?asOf=2026-09-30&knownAt=2026-09-30T16:00:00Z");
        page.locator("#time-banner a[href^='/reconcile']").click();
        assertThat(page.locator(".reconcile-facts")).containsText("按 2026-10-01 00:00:00 时所知");
        assertThat(page.locator(".reconcile-facts")).containsText("按现在所知");
        assertThat(page.locator("#reconcile-proof")).containsText("完全相等");
    }

    @Test
    void on_paper_it_says_of_itself_what_it_is(Visitors visitors) {
        Page page = visitors.zh("auditor").open("/reconcile?" + SEPTEMBER + "&industry=CARBON_FIBER");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#filter")).isHidden();
        assertThat(page.locator(".reconcile-facts")).isVisible();
        assertThat(page.locator(".reconcile-facts")).containsText("碳纤维");
        assertThat(page.locator("#reconcile-proof")).isVisible();
    }

    @Test
    void it_fits_a_telephone_and_is_not_for_those_who_only_run_the_service(Visitors visitors) {
        Visitor phone = visitors.phone("leader");
        phone.open("/reconcile?" + LONG_AGO);
        assertThat(phone.page().locator("#reconcile-proof")).isVisible();
        phone.scrollsNotSideways().findsNoBarrier();
        assertThat(Api.at(port).as("admin").get("/reconcile").status()).isEqualTo(403);
        assertThat(Api.at(port)
                        .as("leader")
                        .get("/reconcile?" + SEPTEMBER + "&cursor=x")
                        .status())
                .isEqualTo(400);
    }

    private static void take(Page page, List<String> positions, Map<String, BigInteger> sums) {
        positions.addAll(positions(page));
        for (Locator share : page.locator(".reconcile-share").all()) {
            String stage = share.getAttribute("data-stage");
            sums.merge(stage + " count", new BigInteger(share.getAttribute("data-count")), BigInteger::add);
            sums.merge(stage + " investment", new BigInteger(share.getAttribute("data-investment")), BigInteger::add);
        }
    }

    private static List<String> positions(Page page) {
        return page.locator(".events > li").all().stream()
                .map(event -> event.getAttribute("data-position"))
                .toList();
    }

    private static BigInteger number(JsonNode stage, String field) {
        return new BigInteger(stage.path(field).asString());
    }
}
