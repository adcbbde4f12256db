package park.pipeline.api.pages.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Leads;
import park.pipeline.api.pages.BrowserTest;
import park.pipeline.api.pages.Visitor;
import park.pipeline.api.pages.Visitors;

@BrowserTest
class AdminIT {
    @LocalServerPort
    int port;

    @Test
    void a_view_is_rebuilt_and_proven_equal_while_others_read(Visitors visitors) {
        new Leads(Api.at(port)).register("2023-01-05", 1_000_000L);
        Page reader = visitors.en("leader").open("/board");
        Page page = visitors.zh("admin").open("/admin");
        for (String view : new String[] {"funnel", "project"}) {
            page.navigate("/admin");
            page.locator("tr[data-view=" + view + "] [data-start]").click();
            page.waitForURL(Pattern.compile("/admin/rebuilds/[0-9a-f-]{36}$"));
            page.reload();
            reader.reload();
            assertThat(reader.locator("#column-LEAD .board-card").first()).isVisible();
            assertThat(page.locator("#progress[data-state=DONE]")).containsText("视图与日志一致");
        }
        page.navigate("/admin");
        assertThat(page.locator("section[aria-labelledby=rebuilds-title] tbody tr")
                        .first())
                .containsText("完全一致");
    }

    @Test
    void a_user_is_added_comes_in_and_is_put_out_by_a_change_of_roles(Visitors visitors) {
        String name = "wang-" + UUID.randomUUID();
        Page admin = visitors.en("admin").expects("422").open("/admin/users");
        admin.locator("#user-name").fill(name);
        admin.locator("#user-password").fill("short");
        admin.locator("#add-user [type=submit]").click();
        assertThat(admin.locator("#add-user [data-field=password] [data-error]"))
                .containsText("12");
        admin.locator("[data-generate=user-password]").click();
        String password = admin.locator("#user-password").inputValue();
        assertThat(password).hasSize(20);
        admin.locator("#add-user input[value=LEADER]").check();
        admin.locator("#add-user [type=submit]").click();
        Locator line = admin.locator("li[data-user='" + name + "']");
        assertThat(line).isVisible();

        Page page = visitors.stranger().page();
        page.navigate("/login");
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        page.locator("button[type=submit]").click();
        assertThat(page.locator(".who")).hasText(name);
        assertThat(page.locator(".menu nav")).not().containsText("导入");

        line.locator("input[value=PROMOTER]").check();
        admin.waitForResponse(
                response -> response.request().method().equals("PATCH"),
                () -> line.locator("[type=submit]").click());
        page.navigate("/board");
        assertThat(page.locator("#username")).isVisible();
    }

    @Test
    void the_last_administrator_cannot_be_put_out(Visitors visitors) {
        Visitor visitor = visitors.zh("admin").expects("409");
        Locator line = visitor.open("/admin/users").locator("li[data-user=admin]");
        line.locator("input[name=disabled]").check();
        line.locator("[type=submit]").click();
        assertThat(line.locator("[data-problem]")).not().isEmpty();
        assertThat(line.locator("[data-problem]")).isVisible();
    }

    @Test
    void targets_and_limits_are_set_and_seen(Visitors visitors) {
        Leads leads = new Leads(Api.at(port));
        leads.register(LocalDate.now(java.time.Clock.systemUTC()).minusDays(50).toString(), 1_000_000L);
        Page page = visitors.zh("admin").open("/admin/targets");
        page.locator("#contracts").fill("30");
        page.locator("#investment").fill("120亿");
        page.locator("#targets [type=submit]").click();
        assertThat(page.locator("tbody tr").first()).containsText("120 亿元");
        page.navigate("/");
        assertThat(page.locator("#kpis")).containsText("目标 30");
        assertThat(page.locator("#kpis")).containsText("目标 120 亿元");

        page.navigate("/admin/limits");
        page.locator("#limit-LEAD").fill("20");
        page.locator("#limits [type=submit]").click();
        assertThat(page.locator("tbody tr").first()).containsText("admin");
        Page board = visitors.en("leader").open("/board?team=" + leads.team());
        assertThat(board.locator(".board-card .light-RED")).isVisible();

        page.locator("#limit-LEAD").fill("");
        page.locator("#limits [type=submit]").click();
        assertThat(page.locator("tbody tr").first()).not().containsText("admin");
    }
}
