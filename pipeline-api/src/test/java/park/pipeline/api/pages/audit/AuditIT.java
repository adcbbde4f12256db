package park.pipeline.api.pages.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Leads;
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
    void who_takes_the_log_along_is_on_record(Visitors visitors) throws IOException {
        Page page = visitors.en("auditor").open("/audit");
        Download bundle = page.waitForDownload(
                () -> page.locator("a[href='/api/audit/bundle']").click());
        Set<String> files = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(bundle.createReadStream())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.add(entry.getName());
            }
        }
        assertThat(files).isNotEmpty();
        page.navigate("/audit/accesses?action=EXPORTED");
        assertThat(page.locator("tbody tr").first()).containsText("/api/audit/bundle");
        assertThat(page.locator("tbody tr").first()).containsText("auditor");
    }
}
