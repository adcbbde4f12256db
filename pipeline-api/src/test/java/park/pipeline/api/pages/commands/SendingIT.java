package park.pipeline.api.pages.commands;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Leads;
import park.pipeline.api.pages.BrowserTest;
import park.pipeline.api.pages.Visitors;
import tools.jackson.databind.JsonNode;

/** What comes of a form on its way: nothing is done twice, and nothing that was typed is lost. */
@BrowserTest
class SendingIT {
    @LocalServerPort
    int port;

    @Test
    void a_double_click_does_one_event(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        String project = leads.register("2023-01-05", 1L);
        Page page = sheet(visitors.zh("promoter").open(address(project)), project, "log-contact");
        page.locator("#f-channel").selectOption("CALL");
        page.locator("#f-summary").fill("来电询问用地");
        page.locator("#dialog [type=submit]").dblclick();
        assertThat(page.locator("#dialog")).isHidden();
        assertThat(page.locator(".told-done")).containsText("已完成：记录联系");
        assertThat(events(project)).containsExactly("LeadRegistered", "ContactLogged");
    }

    @Test
    void an_answer_that_was_lost_is_had_by_sending_the_same_again_and_nothing_is_done_twice(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        String project = leads.register("2023-01-05", 1L);
        Page page = sheet(visitors.en("promoter").expects("ERR_FAILED").open(address(project)), project, "sign-intent");
        page.locator("#f-documentNo").fill("2023-17");
        page.route("**/sign-intent", route -> {
            route.fetch();
            route.abort();
        });
        page.locator("#dialog [type=submit]").click();
        assertThat(page.locator("#dialog [data-problem]")).containsText("The server cannot be reached");
        assertThat(page.locator("#f-documentNo")).hasValue("2023-17");
        assertThat(events(project)).containsExactly("LeadRegistered", "IntentSigned");

        page.unroute("**/sign-intent");
        page.locator("#dialog [type=submit]").click();
        assertThat(page.locator("#dialog")).isHidden();
        assertThat(events(project)).containsExactly("LeadRegistered", "IntentSigned");
    }

    @Test
    void while_the_service_cannot_decide_the_key_stays_and_after_a_refusal_there_is_a_new_one(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        String project = leads.register("2023-01-05", 1L);
        Page page = sheet(
                visitors.zh("promoter")
                        .expects("503")
                        .expects("409")
                        .expects("422")
                        .open(address(project)),
                project,
                "withdraw");
        List<String> keys = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().endsWith("/withdraw") && request.method().equals("POST")) {
                keys.add(request.headers().get("idempotency-key"));
            }
        });
        page.locator("#f-reasonCode").selectOption("LAND");
        page.locator("#f-occurredOn").fill("2023-01-04");
        page.route("**/withdraw", SendingIT::unavailable);
        page.locator("#dialog [type=submit]").click();
        assertThat(page.locator("#dialog [data-problem]")).hasText("数据库暂时没有答复");
        assertThat(page.locator("#f-occurredOn")).hasValue("2023-01-04");
        page.unroute("**/withdraw");
        page.locator("#dialog [type=submit]").click();
        assertThat(page.locator("#dialog [data-problem]")).containsText("日期 2023-01-04 与已有记录的先后顺序不符");
        page.waitForResponse("**/withdraw", page.locator("#dialog [type=submit]")::click);
        assertThat(page.locator("#dialog [type=submit]")).isEnabled();
        page.locator("#f-occurredOn").fill("2023-01-06");
        page.locator("#dialog [type=submit]").click();
        assertThat(page.locator("#dialog")).isHidden();

        assertThat(keys).hasSize(4);
        assertThat(keys.get(1)).isEqualTo(keys.get(0));
        assertThat(keys.subList(1, 4)).doesNotHaveDuplicates();
        assertThat(events(project)).containsExactly("LeadRegistered", "ProjectWithdrawn");
    }

    @Test
    void a_colleague_who_was_quicker_is_named_with_what_he_changed(Visitors visitors) {
        String colleague = "colleague-" + UUID.randomUUID();
        Api.at(port)
                .as("admin")
                .command(
                        "/api/admin/users",
                        "{'name':'%s','password':'%s','roles':['PROMOTER']}".formatted(colleague, Api.PASSWORD));
        Leads leads = new Leads(Api.at(port));
        String project = leads.register("2023-01-05", 1_000_000L);
        Page page = sheet(visitors.en("promoter").expects("412").open(address(project)), project, "sign-intent");
        page.locator("#f-occurredOn").fill("2023-03-01");
        new Leads(Api.at(port).as(colleague))
                .does(project, "assign", "{'occurredOn':'2023-02-01','team':'二组','owner':'王'}");
        page.locator("#dialog [type=submit]").click();

        assertThat(page.locator(".conflict strong")).containsText("Somebody else changed this project");
        assertThat(page.locator(".conflict")).containsText(colleague);
        assertThat(page.locator(".conflict")).containsText("→ 二组");
        assertThat(page.locator("#f-occurredOn")).hasValue("2023-03-01");
        page.locator("#dialog [type=submit]").click();
        assertThat(page.locator("#dialog")).isHidden();
        assertThat(events(project)).containsExactly("LeadRegistered", "ProjectAssigned", "IntentSigned");
    }

    @Test
    void who_is_quicker_than_the_page_is_not_told_of_what_he_did_himself(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        String project = leads.register("2023-01-05", 1_000_000L);
        Page page = visitors.zh("promoter").open(address(project));
        for (int i = 0; i < 3; i++) {
            sheet(page, project, "log-contact?seen=1");
            page.locator("#f-channel").selectOption("CALL");
            page.locator("#f-summary").fill("第 " + i + " 次");
            page.locator("#dialog [type=submit]").click();
            assertThat(page.locator("#dialog")).isHidden();
        }
        assertThat(events(project)).hasSize(4);
    }

    @Test
    void what_is_pressed_while_news_come_in_is_still_there_when_it_is_released(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        String project = leads.register("2023-01-05", 1_000_000L);
        Page page = visitors.zh("promoter").open(address(project));
        assertThat(page.locator(".told-line")).hasCount(0);
        page.locator("#project-head a[href*='log-contact']").hover();
        page.mouse().down();
        leads.does(project, "revise-investment", "{'occurredOn':'2023-02-01','investmentCny':2000000,'reason':'增资'}");
        page.waitForResponse(response -> response.url().equals(page.url()), () -> page.evaluate("pipeline.refresh()"))
                .finished();
        page.mouse().up();
        assertThat(page.locator("#dialog-title")).hasText("记录联系");
        page.locator("#dialog [data-dialog-close]").first().click();
        assertThat(page.locator("#project-profile")).containsText("200 万元");
    }

    private static void unavailable(Route route) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(503)
                .setContentType("application/problem+json")
                .setBody("{\"code\":\"unavailable\",\"detail\":\"数据库暂时没有答复\"}"));
    }

    private static Page sheet(Page page, String project, String command) {
        page.evaluate("url => pipeline.openDialog(url)", address(project) + "/commands/" + command);
        assertThat(page.locator("#dialog-title")).isVisible();
        return page;
    }

    private static String address(String project) {
        return project.replace("/api", "");
    }

    private List<String> events(String project) {
        List<String> types = new ArrayList<>();
        JsonNode items = Api.at(port)
                .with("Pipeline-Min-Position", position(project))
                .get(project + "/history")
                .json()
                .path("items");
        items.forEach(item -> types.add(item.path("type").asString()));
        return types;
    }

    /** A read of the log itself is never behind. */
    private String position(String project) {
        return Api.at(port).get(project).header("Pipeline-Position");
    }
}
