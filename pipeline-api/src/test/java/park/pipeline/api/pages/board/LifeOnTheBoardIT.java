package park.pipeline.api.pages.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Leads;
import park.pipeline.api.pages.BrowserTest;
import park.pipeline.api.pages.Visitor;
import park.pipeline.api.pages.Visitors;

/** A project's life, as a promoter leads it on the board and on its page. */
@BrowserTest
class LifeOnTheBoardIT {
    @LocalServerPort
    int port;

    @Test
    void from_a_lead_to_full_capacity_in_chinese(Visitors visitors) {
        Page page = visitors.zh("promoter").open("/projects/new");
        String name = "碳纤维 " + UUID.randomUUID();
        String team = "team-" + UUID.randomUUID();
        page.locator("#f-name").fill(name);
        page.locator("#f-enterprise-name").fill("某公司 " + UUID.randomUUID());
        page.locator("#f-industry").selectOption("CARBON_FIBER");
        page.locator("#f-occurredOn").fill("2023-01-05");
        page.locator("#f-investmentCny").fill("1.2亿");
        assertThat(page.locator("[data-field=investmentCny] [data-exact]")).hasText("即 120,000,000 元");
        page.locator("#f-team").fill(team);
        page.locator(".command [type=submit]").click();
        page.waitForURL(Pattern.compile("/projects/[0-9a-f-]{36}$"));
        assertThat(page.locator("h1")).hasText(name);
        String address = page.url();

        page.navigate("/board?team=" + team);
        drag(page, name, "INTENT");
        fill(page, "2023-02-01");
        assertThat(card(page, "INTENT", name)).isVisible();
        drag(page, name, "CONTRACT");
        page.locator("#f-investmentCny").fill("13000万");
        fill(page, "2023-03-01");
        assertThat(card(page, "CONTRACT", name)).containsText("1.3 亿元");
        // by a key, as one may who has no mouse
        card(page, "CONTRACT", name).press("n");
        fill(page, "2023-04-01");
        assertThat(card(page, "PERMITTING", name)).isVisible();

        page.navigate(address);
        for (String permit : List.of("FILING", "EIA", "LAND")) {
            page.locator("#project-permits a[href*='grant-permit?permit=" + permit + "&']")
                    .click();
            assertThat(page.locator("#f-permit")).hasValue(permit);
            fill(page, "2023-05-01");
        }
        page.locator("#project-permits a[href*='waive-permit?permit=BUILDING']").click();
        page.locator("#f-reason").fill("已由园区统一办理");
        fill(page, "2023-05-02");
        assertThat(page.locator(".permit-GRANTED")).hasCount(3);
        assertThat(page.locator(".permit-WAIVED")).hasCount(1);
        command(page, "start-construction", "2023-06-01");
        page.locator("#project-head a[href*='report-progress']").click();
        page.locator("#f-percent").fill("40");
        page.locator("#f-paidInCny").fill("5000万");
        fill(page, "2023-09-01");
        assertThat(page.locator("#project-profile")).containsText("40%");
        assertThat(page.locator("#project-money-chart svg")).isVisible();
        command(page, "commence-production", "2024-01-01");
        command(page, "reach-full-capacity", "2024-06-01");

        assertThat(page.locator("#project-head .badge-stage")).hasText("达产");
        assertThat(page.locator(".stepper .step-PASSED")).hasCount(6);
        assertThat(page.locator(".events > li")).hasCount(12);
    }

    @Test
    void a_move_that_the_rules_refuse_says_why_in_words(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        leads.register("2023-01-05", 1_000_000L);
        Visitor promoter = visitors.en("promoter").expects("409");
        Page page = promoter.open("/board?team=" + leads.team());
        Locator card = page.locator(".board-card");

        card.dragTo(page.locator("#column-CONSTRUCTION .board-cards"));
        assertThat(page.locator(".told-error")).containsText("Permitting");
        assertThat(page.locator("#column-LEAD .board-card")).hasCount(1);

        card.press("x");
        assertThat(page.locator("#dialog-title")).hasText("Withdraw");
        page.locator("#dialog [type=submit]").click();
        assertThat(page.locator("[data-field=reasonCode] [data-error]")).hasText("This is required.");
        page.locator("#f-reasonCode").selectOption("LAND");
        page.locator("#f-occurredOn").fill("2023-01-04");
        page.locator("#dialog [type=submit]").click();
        assertThat(page.locator("#dialog [data-problem]")).containsText("2023-01-04");
        page.locator("#f-occurredOn").fill("2023-02-01");
        page.locator("#dialog [type=submit]").click();
        assertThat(page.locator("#column-WITHDRAWN .board-card")).hasCount(1);
    }

    @Test
    void the_second_of_two_people_is_told_what_the_first_has_changed_and_loses_nothing(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        String project = leads.register("2023-01-05", 1_000_000L);
        Page second = visitors.zh("promoter").expects("412").open("/board?team=" + leads.team());
        second.locator(".board-card").press("2");
        assertThat(second.locator("#dialog-title")).hasText("开始洽谈");
        second.locator("#f-occurredOn").fill("2023-03-01");

        leads.does(project, "revise-investment", "{'occurredOn':'2023-02-01','investmentCny':2000000,'reason':'增资'}");
        second.locator("#dialog [type=submit]").click();

        assertThat(second.locator(".conflict")).containsText("调整投资额");
        assertThat(second.locator(".conflict")).containsText("1,000,000 元 → 2,000,000 元");
        assertThat(second.locator("#f-occurredOn")).hasValue("2023-03-01");
        second.locator("#dialog [type=submit]").click();
        assertThat(second.locator("#column-NEGOTIATION .board-card")).hasCount(1);
        assertThat(second.locator("#column-NEGOTIATION .board-card")).containsText("200 万元");
    }

    @Test
    void what_somebody_else_does_appears_without_a_reload(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        String project = leads.register("2023-01-05", null);
        Page page = visitors.zh("leader").open("/board?team=" + leads.team());
        assertThat(page.locator("#column-LEAD .board-card")).hasCount(1);

        leads.does(project, "open-negotiation", "{'occurredOn':'2023-02-01'}");

        assertThat(page.locator("#column-NEGOTIATION .board-card")).hasCount(1);
        assertThat(page.locator("#column-LEAD .board-card")).hasCount(0);
    }

    @Test
    void a_long_column_comes_page_by_page(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        for (int i = 0; i < 75; i++) {
            leads.register("2023-01-05", 1L);
        }
        leads.get("/api/board");
        Page page = visitors.zh("leader").open("/board?team=" + leads.team());
        Locator cards = page.locator("#column-LEAD .board-card");
        assertThat(cards).hasCount(20);
        assertThat(page.locator("#column-LEAD .board-count")).hasText("75");

        page.locator("#column-LEAD .board-more").scrollIntoViewIfNeeded();
        assertThat(cards).hasCount(70);
        page.locator("#column-LEAD .board-more").scrollIntoViewIfNeeded();
        assertThat(cards).hasCount(75);
    }

    private static void drag(Page page, String name, String stage) {
        page.locator(".board-card", new Page.LocatorOptions().setHasText(name))
                .dragTo(page.locator("#column-" + stage + " .board-cards"));
    }

    private static Locator card(Page page, String stage, String name) {
        return page.locator("#column-" + stage + " .board-card", new Page.LocatorOptions().setHasText(name));
    }

    private static void command(Page page, String command, String day) {
        page.locator("#project-head a[href*='" + command + "']").click();
        fill(page, day);
    }

    /** Fills in the day and sends; the sheet closes once the command is taken. */
    private static void fill(Page page, String day) {
        page.locator("#f-occurredOn").fill(day);
        page.locator("#dialog [type=submit]").click();
        assertThat(page.locator("#dialog")).isHidden();
    }
}
