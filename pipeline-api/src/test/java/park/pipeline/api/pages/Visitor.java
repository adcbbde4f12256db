package park.pipeline.api.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import park.pipeline.api.Api;

/** Somebody with a browser. What goes wrong in it is remembered, and fails the test in the end. */
public final class Visitor {
    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final String locale;
    private final List<String> errors = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    Visitor(BrowserContext context, String base, String locale) {
        this.context = context;
        this.base = base;
        this.locale = locale;
        this.page = context.newPage();
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
                errors.add(message.text() + " (" + message.location() + ")");
            }
        });
        context.onWebError(error -> errors.add(error.error()));
        context.onRequest(request -> {
            String url = request.url();
            if (!url.startsWith(base + "/") && !url.startsWith("data:") && !url.startsWith("blob:")) {
                errors.add("a request to another server: " + url);
            }
        });
    }

    /** Signs in by the form. */
    public Visitor signIn(String user) {
        page.navigate("/login");
        page.locator("#username").fill(user);
        page.locator("#password").fill(Api.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/login"));
        return this;
    }

    /** What the browser keeps of somebody who has signed in. */
    String signedIn() {
        return context.storageState();
    }

    /** Goes to an address of ours. */
    public Page open(String path) {
        page.navigate(path);
        return page;
    }

    public Page page() {
        return page;
    }

    /** A refusal is no error: Chromium writes every answer from 400 on to its console, and one with this text is meant. */
    public Visitor expects(String text) {
        expected.add(text);
        return this;
    }

    List<String> errors() {
        return IntStream.range(0, errors.size())
                .filter(i -> !isOfReplacedRequest(i) && !isOfReplacedRequest(i - 1))
                .mapToObj(errors::get)
                .filter(e -> expected.stream().noneMatch(e::contains))
                .toList();
    }

    /** A request in whose place a newer one was sent (hx-sync) ends in two lines of htmx's, one after the other. */
    private boolean isOfReplacedRequest(int first) {
        return first >= 0
                && first + 1 < errors.size()
                && errors.get(first).contains("htmx:afterRequest")
                && errors.get(first + 1).contains("htmx:sendAbort");
    }

    /** Names, roles, contrast: no serious finding of axe by WCAG 2.2 AA. */
    public Visitor findsNoBarrier() {
        return findsNothing(
                axe().withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")));
    }

    /** The same of what differs in the dark. */
    public Visitor readsItInTheDark() {
        in(ColorScheme.DARK);
        findsNothing(axe().withRules(List.of("color-contrast", "link-in-text-block")));
        return in(ColorScheme.LIGHT);
    }

    /** No page of ours has frames: none is opened to gather their findings. */
    private AxeBuilder axe() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(options).setLegacyMode(true);
    }

    private Visitor findsNothing(AxeBuilder axe) {
        List<String> found = axe.analyze().getViolations().stream()
                .filter(v -> v.getImpact().equals("serious") || v.getImpact().equals("critical"))
                .map(v -> v.getId() + ": " + v.getHelp() + " "
                        + v.getNodes().stream().limit(5).map(n -> n.getHtml()).toList())
                .toList();
        assertThat(found).as(page.url()).isEmpty();
        return this;
    }

    /** Nothing sticks out at the side. */
    public Visitor scrollsNotSideways() {
        Object most = page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) most).intValue())
                .as("pixels too wide: " + page.url())
                .isLessThanOrEqualTo(0);
        return this;
    }

    /** In the dark, or in the light. */
    public Visitor in(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertThat(page.locator("html")).hasAttribute("data-bs-theme", name(scheme));
        return this;
    }

    Visitor in(Window size) {
        page.setViewportSize(size.width(), size.height());
        return this;
    }

    private static String name(ColorScheme scheme) {
        return scheme.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Where the system property {@code pictures} names a folder: takes a picture of what is on a wide screen, light and dark, in
     * the visitor's language, {@code <name>-<zh|en>-<light|dark>.png}.
     */
    public Visitor pictures(String name) {
        String folder = System.getProperty("pictures");
        if (folder != null) {
            in(Window.WIDE);
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                in(scheme).picture(Path.of(folder, name + "-" + locale.substring(0, 2) + "-" + name(scheme) + ".png"));
            }
        }
        return this;
    }

    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    void close() {
        context.close();
    }
}
