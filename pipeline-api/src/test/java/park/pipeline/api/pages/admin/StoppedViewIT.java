package park.pipeline.api.pages.admin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import park.pipeline.api.Api;
import park.pipeline.api.pages.BrowserTest;
import park.pipeline.api.pages.Visitor;
import park.pipeline.api.pages.Visitors;

/** A view that has stopped shows why, and goes on at the press of a button once it can. A service of its own. */
@BrowserTest
@TestPropertySource(properties = "pipeline.origin=stopped.view/log")
@DirtiesContext
class StoppedViewIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void the_cause_is_shown_and_the_button_has_it_go_on(Visitors visitors) {
        jdbc.update("""
                insert into event_log (log_position, event_id, stream_id, stream_sequence, event_type, revision,
                  recorded_at, occurred_on, actor, data) values (1, ?, ?, 2, 'NegotiationOpened', 1, 1700000000000000,
                  '2023-01-01', 'x', ?)
                """, UUID.randomUUID(), UUID.randomUUID(), "{}".getBytes(StandardCharsets.UTF_8));
        jdbc.update("update log_head set head_position = 1, recorded_at = 1700000000000000");
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> Api.at(port)
                        .as("admin")
                        .get("/api/admin/views")
                        .json()
                        .path("items")
                        .valueStream()
                        .allMatch(v -> v.path("state").asString().equals("STOPPED")));
        Visitor visitor = visitors.zh("admin");
        Page page = visitor.open("/admin");
        assertThat(page.locator("#views-told")).containsText("4 个视图已停止");
        assertThat(page.locator("tr[data-view=funnel]")).containsText("已停止");
        assertThat(page.locator("#cause-funnel")).containsText("has sequence 2 after version 0");
        visitor.findsNoBarrier().readsItInTheDark();
        page.locator("#resume-funnel").click();
        assertThat(page.locator("#told")).containsText("视图仍然停止");

        jdbc.update("delete from event_log");
        jdbc.update("update log_head set head_position = 0");
        jdbc.update(
                "insert into event_log (log_position, event_id, stream_id, stream_sequence, event_type, revision,"
                        + " recorded_at, occurred_on, actor, data) values (1, ?, ?, 1, 'LeadRegistered', 1, 1700000000000000,"
                        + " '2023-01-01', 'x', ?)",
                UUID.randomUUID(),
                UUID.randomUUID(),
                "{\"enterprise\":{\"name\":\"e\"},\"industry\":\"LITHIUM\",\"kind\":\"NEW_BUILD\",\"name\":\"n\"}"
                        .getBytes(StandardCharsets.UTF_8));
        jdbc.update("update log_head set head_position = 1");
        page.locator("#resume-funnel").click();
        assertThat(page.locator("#told")).containsText("视图已继续运行");
        assertThat(page.locator("tr[data-view=funnel]")).containsText("运行中");
    }
}
