package park.pipeline.api.pages.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Leads;
import park.pipeline.api.bundle.VerifyCommand;
import park.pipeline.api.pages.BrowserTest;
import park.pipeline.api.pages.Visitors;

@BrowserTest
class AuditIT {
    @LocalServerPort
    int port;

    private String project;
    private long position;

    @BeforeEach
    void aSealedProject() {
        Leads leads = new Leads(Api.at(port));
        project = leads.register("2023-01-05", 1_000_000L);
        position = leads.does(project, "sign-intent", "{'occurredOn':'2023-02-01','documentNo':'意字1号'}")
                .json()
                .path("position")
                .asLong();
        Awaitility.await()
                .until(() -> Api.at(port)
                                .as("auditor")
                                .get("/api/audit/proof/inclusion?position=" + position)
                                .status()
                        == 200);
    }

    @Test
    void a_verification_is_started_watched_and_found_again(Visitors visitors) {
        Page page = visitors.zh("auditor").open("/audit/verifications");
        page.locator("[data-verify]").click();
        page.waitForURL(Pattern.compile("/audit/verifications/[0-9a-f-]{36}$"));
        page.reload();
        assertThat(page.locator("#verdict")).containsText("全部一致");
        page.navigate("/audit/verifications");
        assertThat(page.locator("tbody tr").first()).containsText("全部一致");
    }

    @Test
    void the_proof_of_one_event_is_computed_again_by_the_browser(Visitors visitors) {
        Page page = visitors.en("auditor").open("/audit/proof/" + position);
        assertThat(page.locator("#line")).containsText("意字1号");
        assertThat(page.locator("#computed")).containsText("exactly the root that was signed");
        assertThat(page.locator("#computed")).hasClass(Pattern.compile("alert-success"));
        assertThat(page.locator("#signed")).containsText("signed by the key below");
    }

    @Test
    void what_one_reads_stays_open_when_news_comes(Visitors visitors) {
        Page page = visitors.zh("auditor").open("/audit");
        page.waitForResponse(response -> response.url().endsWith("/live"), page::reload);
        page.locator("li[data-position='" + position + "'] summary").click();
        new Leads(Api.at(port)).register("2023-01-06", 2_000_000L);
        assertThat(page.locator(".log li").nth(1)).hasAttribute("data-position", Long.toString(position));
        assertThat(page.locator("li[data-position='" + position + "'] .sealed")).isVisible();
    }

    @Test
    void a_line_or_a_checkpoint_that_is_not_what_was_sealed_is_seen_by_the_browser(Visitors visitors) {
        Page page = visitors.en("auditor").page();
        changed(page, "意字1号", "意字2号");
        assertThat(page.locator("#computed")).hasClass(Pattern.compile("alert-danger"));
        assertThat(page.locator("#signed")).hasClass(Pattern.compile("alert-success"));
        changed(page, "pipeline.example/log\n", "pipeline.example/log2\n");
        assertThat(page.locator("#computed")).hasClass(Pattern.compile("alert-success"));
        assertThat(page.locator("#signed")).containsText("bears no signature");
    }

    /** Opens the proof as somebody between the service and the browser would have it. */
    private void changed(Page page, String from, String to) {
        page.unroute("**/audit/proof/*");
        page.route("**/audit/proof/*", route -> {
            APIResponse answer = route.fetch();
            String changed = answer.text().replace(from, to);
            assertThat(changed).isNotEqualTo(answer.text());
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(changed));
        });
        page.navigate("/audit/proof/" + position);
    }

    @Test
    void checkpoints_can_be_looked_up_and_kept(Visitors visitors) {
        Page page = visitors.zh("auditor").open("/audit/checkpoints");
        page.locator("tbody summary").first().click();
        assertThat(page.locator("tbody .sealed").first()).containsText("— pipeline.example/log ");
        assertThat(page.locator("tbody [data-copy]").first()).isVisible();
    }

    @Test
    void the_log_is_read_either_way_round_from_any_position(Visitors visitors) {
        Page page = visitors.en("auditor").open("/audit");
        page.locator("#order").selectOption("oldest");
        assertThat(page.locator(".log > li").first()).hasAttribute("data-position", "1");
        page.locator("#position").fill(Long.toString(position));
        page.locator("#position").press("Enter");
        assertThat(page.locator(".log > li").first()).hasAttribute("data-position", Long.toString(position));
        page.locator("#order").selectOption("");
        page.waitForURL(url -> !url.contains("order="));
        assertThat(page.locator(".log > li").nth(1)).hasAttribute("data-position", Long.toString(position - 1));
        page.locator("#project").fill("no such reference");
        page.locator("#project").press("Enter");
        assertThat(page.locator("#log-lines")).containsText("No project has the reference");
    }

    @Test
    void a_project_is_found_by_its_reference(Visitors visitors) {
        String reference = "审 & " + UUID.randomUUID();
        Api.at(port).command("/api/projects", """
                        {'name':'审计项目 %1$s','enterprise':{'name':'某公司 %1$s'},'industry':'LITHIUM',
                         'occurredOn':'2023-01-05','reference':'%1$s'}
                        """.formatted(reference));
        Page page = visitors.zh("auditor").open("/audit");
        page.locator("#project").fill(reference);
        page.locator("#project").press("Enter");
        assertThat(page.locator(".log > li")).hasCount(1);
        page.locator(".log summary").click();
        assertThat(page.locator(".sealed")).containsText(reference);
    }

    @Test
    void one_finds_in_the_log_what_one_looks_for(Visitors visitors) {
        Page page = visitors.zh("auditor").open("/audit");
        page.locator("#project").fill(project.substring(project.lastIndexOf('/') + 1));
        page.locator("#project").press("Enter");
        assertThat(page.locator(".log > li")).hasCount(2);
        page.locator("#type").selectOption("IntentSigned");
        assertThat(page.locator(".log > li")).hasCount(1);
        page.locator(".log summary").click();
        assertThat(page.locator(".sealed")).containsText("\"documentNo\":\"意字1号\"");
        assertThat(page.locator("#seal")).containsText("最新检查点");
    }

    @Test
    void who_takes_the_log_along_has_what_proves_itself_and_is_on_record(Visitors visitors) {
        Page page = visitors.en("auditor").open("/audit");
        Download bundle = page.waitForDownload(
                () -> page.locator("a[href='/api/audit/bundle']").click());
        String key = page.locator("#verifier-key").innerText();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(new VerifyCommand(new PrintStream(said, true, StandardCharsets.UTF_8), Locale.ENGLISH)
                        .run(bundle.path().toString(), "--key", key))
                .as(said.toString(StandardCharsets.UTF_8))
                .isZero();
        page.navigate("/audit/accesses?action=EXPORTED");
        assertThat(page.locator("tbody tr").first()).containsText("/api/audit/bundle");
        assertThat(page.locator("tbody tr").first()).containsText("auditor");
    }
}
