package park.pipeline.api.pages.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.api.Api;
import park.pipeline.api.Leads;
import park.pipeline.api.pages.BrowserTest;
import park.pipeline.api.pages.Visitor;
import park.pipeline.api.pages.Visitors;

@BrowserTest
class AdminIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void a_view_is_rebuilt_and_proven_equal_while_others_read(Visitors visitors) {
        new Leads(Api.at(port)).register("2023-01-05", 1_000_000L);
        Page reader = visitors.en("leader").open("/");
        assertThat(reader.locator("#kpis")).isVisible();
        Page page = visitors.zh("admin").open("/admin");
        assertThat(page.locator("#views-told")).containsText("全部视图运行正常");
        for (String view : new String[] {"funnel", "project"}) {
            page.navigate("/admin");
            page.locator("#rebuild-" + view).click();
            page.waitForURL(Pattern.compile("/admin/rebuilds/[0-9a-f-]{36}$"));
            page.reload();
            reader.reload();
            assertThat(reader.locator("#kpis")).isVisible();
            assertThat(page.locator("#progress[data-state=DONE] .verdict-good")).containsText("视图与日志一致");
            assertThat(page.locator(".phases .is-done")).hasCount(5);
        }
        page.navigate("/admin");
        assertThat(page.locator("#rebuilds tbody tr").first()).containsText("完全一致");
    }

    @Test
    void rows_that_are_not_what_the_log_says_are_shown_with_both_values(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        leads.register("2023-01-05", 1_000_000L);
        leads.get("/api/projects");
        int generation =
                jdbc.queryForObject("select generation from view_position where view_name = 'project'", Integer.class);
        jdbc.update("update project_row_g" + generation + " set name = 'forged' where team = ?", leads.team());
        Visitor admin = visitors.en("admin");
        Page page = admin.open("/admin");
        page.locator("#rebuild-project").click();
        assertThat(page.locator(".verdict-bad")).containsText("1 rows differ");
        Locator row = page.locator("#differences tbody tr").first();
        assertThat(row.locator("code")).hasText("name");
        assertThat(row.locator("del")).hasText("forged");
        assertThat(row.locator("ins")).not().isEmpty();
        admin.findsNoBarrier().readsItInTheDark();
        Page auditor = visitors.phone("auditor").open(page.url());
        assertThat(auditor.locator("#differences")).containsText("forged");
        auditor.navigate("/admin");
        assertThat(auditor.locator("tr[data-view=funnel]")).isVisible();
        assertThat(auditor.locator("#rebuild-funnel")).hasCount(0);
    }

    @Test
    void a_user_is_added_comes_in_and_is_put_out_by_a_change_of_roles(Visitors visitors) {
        String name = "wang-" + UUID.randomUUID();
        Visitor visitor = visitors.en("admin").expects("422").expects("409");
        Page admin = visitor.open("/admin/users");
        admin.locator("#add-user").click();
        admin.locator("#user-name").fill("admin");
        admin.locator("#user-password").fill("short");
        Locator send = admin.locator("#user [type=submit]");
        send.click();
        assertThat(admin.locator("[data-field=roles] [data-error]")).isVisible();
        admin.locator("#user input[value=LEADER]").check();
        send.click();
        assertThat(admin.locator("[data-field=password] [data-error]")).containsText("12");
        admin.locator("[data-generate=user-password]").click();
        String password = admin.locator("#user-password").inputValue();
        assertThat(password).hasSize(20);
        send.click();
        assertThat(admin.locator("[data-field=name] [data-error]")).containsText("admin");
        assertThat(admin.locator("#user-password")).hasValue(password);
        visitor.findsNoBarrier();
        admin.locator("#user-name").fill(name);
        send.click();
        assertThat(admin.locator("#handed [data-secret]")).hasText(password);
        admin.locator("#handed [data-dialog-close]").click();
        assertThat(admin.locator("#handed")).hasCount(0);
        Locator line = admin.locator("tr[data-user='" + name + "']");
        assertThat(line).containsText("Leader");

        Page page = visitors.stranger().page();
        page.navigate("/login");
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        page.locator("button[type=submit]").click();
        assertThat(page.locator(".who")).hasText(name);
        assertThat(page.locator(".menu nav")).not().containsText("导入");

        line.locator("[data-dialog]").click();
        send.click();
        assertThat(admin.locator("#user [data-problem]")).hasText("Nothing was changed.");
        admin.locator("#user input[value=PROMOTER]").check();
        send.click();
        assertThat(line).containsText("Promoter");
        page.navigate("/board");
        assertThat(page.locator("#username")).isVisible();
    }

    @Test
    void the_last_administrator_cannot_be_put_out(Visitors visitors) {
        Visitor visitor = visitors.zh("admin").expects("409");
        Page page = visitor.open("/admin/users");
        page.locator("#q").fill("ADMI");
        assertThat(page.locator("tr[data-user]")).hasCount(1);
        page.locator("tr[data-user=admin] [data-dialog]").click();
        page.locator("#user-disabled").check();
        page.locator("#user [type=submit]").click();
        assertThat(page.locator("#user [data-error]:visible")).containsText("最后一名");
        page.reload();
        assertThat(page.locator("tr[data-user=admin]")).containsText("启用");
    }

    @Test
    void targets_are_set_beside_what_was_reached(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        String signed = leads.register("2021-01-05", 1_000_000L);
        leads.does(signed, "open-negotiation", "{'occurredOn':'2021-02-01'}");
        leads.does(signed, "sign-contract", "{'occurredOn':'2021-03-01'}");
        leads.get("/api/projects");
        Page page = visitors.zh("admin").open("/admin/targets");
        page.locator("#year").fill("2021");
        page.locator("#other-year [type=submit]").click();
        page.locator("#contracts").fill("x");
        page.locator("#investment").fill("1.2亿");
        assertThat(page.locator("#targets [data-exact]")).hasText("即 120,000,000 元");
        page.locator("#targets [type=submit]").click();
        assertThat(page.locator("#targets [data-field=contracts] [data-error]")).isVisible();
        page.locator("#contracts").fill("10");
        page.locator("#targets [type=submit]").click();
        Locator year = page.locator("tr[data-year='2021']");
        assertThat(year).containsText("/ 10");
        assertThat(year).containsText("/ 1.2 亿元");
        assertThat(year.locator(".meter").first()).containsText("%");
        assertThat(year).containsText("admin");
        assertThat(page.locator("#history tbody tr").first()).containsText("1.2 亿元");

        page.navigate("/admin/targets?asOf=2021-02-28");
        assertThat(page.locator("tr[data-year='2021'] .reached").first()).hasText("0");

        int now = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai"))).getYear();
        page.navigate("/admin/targets");
        page.locator("tr[data-year='" + now + "'] [data-dialog]").click();
        page.locator("#contracts").fill("30");
        page.locator("#targets [type=submit]").click();
        assertThat(page.locator("tr[data-year='" + now + "']")).containsText("/ 30");
        page.navigate("/");
        assertThat(page.locator("#kpis")).containsText("目标 30");
    }

    @Test
    void limits_are_set_and_lights_follow(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        leads.register(today.minusDays(50).toString(), 1_000_000L);
        Page page = visitors.zh("admin").open("/admin/limits");
        page.locator("#limit-LEAD").fill("20");
        page.locator("#limit-INTENT").fill("a week");
        page.locator("#limits [type=submit]").click();
        assertThat(page.locator("[data-field=INTENT] [data-error]")).isVisible();
        page.locator("#limit-INTENT").fill("");
        page.locator("#limits [type=submit]").click();
        assertThat(page.locator("tr[data-stage=LEAD]")).containsText("admin");
        assertThat(page.locator("tr[data-stage=LEAD]")).containsText("第 31 天起");
        assertThat(page.locator("#history tbody tr").first()).containsText("20");
        assertThat(leads.get("/api/projects").json().at("/items/0/light").asString())
                .isEqualTo("RED");
        Page board = visitors.en("leader").open("/board?team=" + leads.team());
        assertThat(board.locator(".board-card .light-RED")).isVisible();

        page.locator("#limit-LEAD").fill("");
        page.locator("#limits [type=submit]").click();
        assertThat(page.locator("tr[data-stage=LEAD]")).not().containsText("admin");
        assertThat(leads.get("/api/projects").json().at("/items/0/light").isNull())
                .isTrue();
    }
}
