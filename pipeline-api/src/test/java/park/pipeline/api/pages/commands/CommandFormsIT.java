package park.pipeline.api.pages.commands;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Leads;
import park.pipeline.api.pages.BrowserTest;
import park.pipeline.api.pages.Visitors;
import tools.jackson.databind.JsonNode;

@BrowserTest
class CommandFormsIT {
    @LocalServerPort
    int port;

    @Test
    void every_amount_that_people_write_is_understood_and_nothing_else(Visitors visitors) {
        Page page = visitors.zh("promoter").open("/projects/new");
        assertThat(page.evaluate("""
                        ['1.2亿','3500万','12,000,000','0','1.5亿元','￥200万','2.5bn','35m','12元','1亿2000万','1.5亿 20万元',
                         '3千万','５００万','1,2000,0000','9007199254740991'].map(pipelineMoney).join()
                        """))
                .isEqualTo("120000000,35000000,12000000,0,150000000,2000000,2500000000,35000000,12,120000000,150200000,"
                        + "30000000,5000000,120000000,9007199254740991");
        assertThat(page.evaluate("""
                        ['','亿','-5','0.00001万','1.2.3','abc','1e9','五亿','1,2亿','3万5','2000万1亿','1亿20000万',
                         '1,23,456','9007199254740992'].filter(text => pipelineMoney(text) !== undefined).join()
                        """)).isEqualTo("");
    }

    @Test
    void what_is_wrong_stands_beside_the_field_and_a_duplicate_leads_to_the_project_that_is_there(Visitors visitors) {
        String name = "重复 " + UUID.randomUUID();
        String enterprise = "某公司 " + UUID.randomUUID();
        Page page = visitors.zh("promoter").expects("409").expects("422").open("/projects/new");
        page.locator(".command [type=submit]").click();
        assertThat(page.locator("[data-field=name] [data-error]")).hasText("此项必填。");
        assertThat(page.locator("#f-name")).isFocused();
        page.locator("#f-name").fill(name);
        page.locator("#f-enterprise-name").fill(enterprise);
        page.locator("#f-industry").selectOption("LITHIUM");
        page.locator("#f-investmentCny").fill("很多");
        page.locator(".more summary").click();
        page.locator("#f-enterprise-creditCode").fill("91630000000000000X");
        page.locator(".command [type=submit]").click();
        assertThat(page.locator("[data-field=investmentCny] [data-error]")).containsText("请填写金额");
        page.locator("#f-investmentCny").fill("");
        page.locator(".command [type=submit]").click();
        assertThat(page.locator("[data-field='enterprise.creditCode'] [data-error]"))
                .containsText("统一社会信用代码");
        page.locator("#f-enterprise-creditCode").fill("");
        page.locator(".command [type=submit]").dblclick();
        assertThat(page.locator("h1")).hasText(name);
        String there = page.url();
        JsonNode found =
                Api.at(port).get("/api/projects?q=" + name.substring(3)).json();
        assertThat(found.path("items").size())
                .as("a double click registers one")
                .isEqualTo(1);

        page.navigate("/projects/new");
        page.locator("#f-name").fill(name);
        page.locator("#f-enterprise-name").fill(enterprise);
        page.locator("#f-industry").selectOption("LITHIUM");
        page.locator(".command [type=submit]").click();
        assertThat(page.locator("[data-problem]")).containsText("已在库");
        page.locator("[data-problem] a").click();
        assertThat(page.locator("h1")).hasText(name);
        assertThat(page.url()).isEqualTo(there);
    }

    @Test
    void of_an_amendment_only_what_was_changed_is_sent_and_what_was_cleared_is_null(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        String project = leads.register("2023-01-05", 1_000_000L);
        leads.does(
                project,
                "amend",
                "{'occurredOn':'2023-01-06','reason':'r','landMu':12.5,'capacity':{'value':5,'unit':'GW'},'origin':'32'}");
        Page page = visitors.en("promoter").open(project.replace("/api", ""));
        page.locator(".project-more summary").click();
        page.locator("#project-head a[href*='amend']").click();
        page.locator("#dialog [type=submit]").click();
        assertThat(page.locator("[data-field=reason] [data-error]")).hasText("This is required.");
        page.locator("#f-reason").fill("as measured");
        page.locator("#dialog [type=submit]").click();
        assertThat(page.locator("#dialog [data-problem]")).hasText("Nothing was changed.");
        page.locator("#f-landMu").fill("");
        page.locator("#f-capacity-value").fill("6");
        page.locator("#dialog [type=submit]").click();
        assertThat(page.locator("#dialog")).isHidden();

        JsonNode changes = Api.at(port)
                .get(project + "/history")
                .json()
                .path("items")
                .path(2)
                .path("data")
                .path("changes");
        assertThat(changes.toString()).isEqualTo("{\"capacity\":{\"unit\":\"GW\",\"value\":6},\"landMu\":null}");
    }

    @Test
    void corrections_are_events_and_the_replay_shows_each_step(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        String project = leads.register("2023-01-05", 1_000_000L);
        leads.does(project, "sign-intent", "{'occurredOn':'2023-02-01','investmentCny':2000000}");
        Page page = visitors.zh("promoter").open(project.replace("/api", ""));
        page.locator(".project-more summary").click();
        page.locator("#project-head a[href*='correct-date']").click();
        assertThat(page.locator("#f-stage")).containsText("意向签约 · 2023-02-01");
        page.locator("#f-stage").selectOption("INTENT");
        page.locator("#f-occurredOn").fill("2023-02-10");
        page.locator("#f-reason").fill("以协议为准");
        page.locator("#dialog [type=submit]").click();
        assertThat(page.locator("#project-steps .step-PRESENT .step-day")).hasText("2023-02-10");
        assertThat(page.locator("#project-events")).containsText("更正的是：签订意向协议（第 2 号）");

        page.locator(".project-more summary").click();
        page.locator("#project-head a[href*='retract']").click();
        page.locator("#f-what").selectOption("STAGE");
        page.locator("#f-reason").fill("录错项目");
        page.locator("#dialog [type=submit]").click();
        assertThat(page.locator("#project-head .badge-stage")).hasText("线索");

        assertThat(page.locator("#project-replay-size")).hasText("4 / 4");
        page.locator("[data-replay-step='-1']").click();
        page.locator("[data-replay-step='-1']").click();
        assertThat(page.locator(".replay-step")).containsText("签订意向协议");
        assertThat(page.locator(".replay-facts .changed", new Page.LocatorOptions().setHasText("投资额")))
                .containsText("1,000,000 元 2,000,000 元");
        assertThat(page.locator(".replay-facts .changed", new Page.LocatorOptions().setHasText("阶段"))
                        .first())
                .isVisible();
    }

    @Test
    void a_retraction_asks_for_a_permit_only_where_one_is_taken_back_and_names_what_is_in_force(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        String project = leads.register("2023-01-05", 1_000_000L);
        leads.does(project, "amend", "{'occurredOn':'2023-01-06','kind':'TECHNICAL_UPGRADE','reason':'r'}");
        leads.does(project, "begin-permitting", "{'occurredOn':'2023-01-07'}");
        leads.does(project, "grant-permit", "{'occurredOn':'2023-01-08','permit':'EIA'}");
        leads.does(project, "revise-investment", "{'occurredOn':'2023-01-09','investmentCny':2000000,'reason':'r'}");
        Page page = visitors.zh("promoter").expects("409").open(project.replace("/api", ""));
        open(page, project, "retract");
        assertThat(page.locator("#f-what")).containsText("最近一次投资额调整 · 200 万元 2023-01-09");
        page.locator("#f-what").selectOption("PERMIT");
        page.locator("#f-reason").fill("批文有误");
        page.locator("#dialog [type=submit]").click();
        assertThat(page.locator("[data-field=permit] [data-error]")).hasText("此项必填。");
        page.locator("#f-permit").selectOption("EIA");
        page.locator("#f-what").selectOption("INVESTMENT");
        assertThat(page.locator("#f-permit")).isHidden();
        page.locator("#dialog [type=submit]").click();
        assertThat(page.locator("#dialog")).isHidden();
        assertThat(Api.at(port).get(project).json().path("investmentCny").asLong())
                .isEqualTo(1_000_000L);

        page.evaluate("url => pipeline.openDialog(url)", path(project, "grant-permit?permit=EIA"));
        assertThat(page.locator(".told-error")).containsText("“环评”已于 2023-01-08 办结或豁免");
        assertThat(page.locator("#dialog")).isHidden();
    }

    @Test
    void a_form_that_opens_filled_in_sends_that_too_and_a_coarse_day_is_the_last_of_its_period(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        String project = leads.register("2023-01-05", 1_000_000L);
        Page page = visitors.en("promoter").open(project.replace("/api", ""));
        open(page, project, "amend?landMu=15");
        page.locator("#f-reason").fill("as measured");
        page.locator("#f-occurredOn").fill("2023-02-10");
        page.locator("#dialog .more summary").click();
        page.locator("#f-precision").selectOption("QUARTER");
        assertThat(page.locator("#f-occurredOn")).hasValue("2023-03-31");
        page.locator("#dialog [type=submit]").click();
        assertThat(page.locator("#dialog")).isHidden();
        assertThat(Api.at(port).get(project).json().path("landMu").asInt()).isEqualTo(15);

        open(page, project, "correct-date");
        assertThat(page.locator("#f-occurredOn")).hasValue("");
        open(page, project, "sign-intent");
        page.locator("#f-investmentCny").fill("1,2亿");
        page.locator("#f-documentNo").focus();
        assertThat(page.locator("[data-field=investmentCny] [data-error]")).containsText("such as 120m");
        page.locator("#f-investmentCny").fill("1.2亿");
        assertThat(page.locator("[data-field=investmentCny] [data-error]")).isHidden();
        assertThat(page.locator("[data-field=investmentCny] [data-exact]")).hasText("That is CNY 120,000,000");
    }

    private static void open(Page page, String project, String command) {
        page.evaluate("url => pipeline.openDialog(url)", path(project, command));
        assertThat(page.locator("#dialog-title")).isVisible();
    }

    private static String path(String project, String command) {
        return project.replace("/api", "") + "/commands/" + command;
    }
}
