package park.pipeline.api.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import tools.jackson.databind.JsonNode;

/** What holds for all pages: no barrier in either theme, no scrolling sideways on a telephone, pictures for the README. */
@DemoBrowserTest
class EveryPageIT {
    @LocalServerPort
    int port;

    private record Shown(String name, String user, String path, String ready) {}

    private List<Shown> pages() {
        JsonNode project = Api.at(port)
                .get("/api/projects?stage=CONSTRUCTION&limit=5")
                .json()
                .path("items")
                .path(3);
        String id = project.path("id").asString();
        return List.of(
                new Shown("overview", "leader", "/", "#flow svg"),
                new Shown("board", "promoter", "/board", ".board-card"),
                new Shown("project", "promoter", "/projects/" + id, ".replay-step"),
                new Shown("register", "promoter", "/projects/new", "#f-name"),
                new Shown("projects", "promoter", "/projects", "#projects-table tbody tr"),
                new Shown("analysis", "leader", "/analysis", "#conversion svg"),
                new Shown(
                        "compare",
                        "leader",
                        "/analysis/compare?aIndustry=LITHIUM&bIndustry=CARBON_FIBER",
                        "#compare-medians svg"),
                new Shown(
                        "reconcile",
                        "leader",
                        "/reconcile?asOf=2026-09-30&knownAt1=2026-09-30T16:00:00Z",
                        "#reconcile-proof"),
                new Shown("imports", "promoter", "/imports", "#drop"),
                new Shown("audit", "auditor", "/audit", ".log li"),
                new Shown("proof", "auditor", "/audit/proof/7", "#computed.alert-success"),
                new Shown("verifications", "auditor", "/audit/verifications", "[data-verify]"),
                new Shown("checkpoints", "auditor", "/audit/checkpoints", "tr[data-size]"),
                new Shown("accesses", "auditor", "/audit/accesses", "#accesses-title"),
                new Shown("admin", "admin", "/admin", "tr[data-view=funnel]"),
                new Shown("users", "admin", "/admin/users", "#add-user"),
                new Shown("targets", "admin", "/admin/targets", "#years"),
                new Shown("limits", "admin", "/admin/limits", "#limits"));
    }

    @Test
    void every_page_is_without_barriers_in_either_theme_and_gets_narrow_without_scrolling_sideways(Visitors visitors) {
        Map<String, Visitor> all = new HashMap<>();
        for (Shown shown : pages()) {
            Visitor visitor = all.computeIfAbsent(shown.user(), visitors::zh).in(Window.WIDE);
            look(visitor, shown);
            visitor.findsNoBarrier().readsItInTheDark().pictures(shown.name());
            visitor.in(Window.NARROW).scrollsNotSideways();
        }
    }

    @Test
    void every_page_speaks_english_too_and_does_not_scroll_sideways_on_a_telephone(Visitors visitors) {
        Map<String, Visitor> phones = new HashMap<>();
        for (Shown shown : pages()) {
            Visitor phone =
                    phones.computeIfAbsent(shown.user(), visitors::englishPhone).in(Window.NARROW);
            look(phone, shown);
            phone.scrollsNotSideways();
            assertThat(phone.page().locator("body").innerText())
                    .as("messages that were not found: " + shown.path())
                    .doesNotContain("??");
            phone.pictures(shown.name());
        }
    }

    @Test
    void a_page_of_the_past_says_so_and_its_links_stay_there(Visitors visitors) {
        Page page = visitors.zh("leader").open("/?asOf=2025-06-30&knownAt=2025-07-01T00:00:00Z");
        for (String path : List.of("/board", "/projects", "/analysis")) {
            page.locator(".menu nav a[href^='" + path + "']").click();
            page.waitForURL(url -> url.contains(path) && url.contains("asOf=2025-06-30") && url.contains("knownAt="));
            assertThat(page.locator("#time-banner")).containsText("2025-07-01 08:00:00");
        }
    }

    private static void look(Visitor visitor, Shown shown) {
        assertThat(visitor.open(shown.path()).locator(shown.ready()).first()).isVisible();
    }
}
