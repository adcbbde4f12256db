package park.pipeline.api.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** One Chromium for all tests; for each test {@link Visitors}, who leave after it and must have seen no error. */
final class Browsers implements ParameterResolver, AfterEachCallback {
    private static final double PATIENCE_MS = 20_000;
    private static final Namespace HERE = Namespace.create(Browsers.class);
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** @param signedIn by the service, then by the user */
    private record Chromium(Playwright playwright, Browser browser, Map<String, Map<String, String>> signedIn)
            implements AutoCloseable {
        static Chromium start() {
            // A machine that is busy with other things is slow, not wrong.
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(ChromiumIsThere.path().orElseThrow())
                            .setHeadless(true)
                            .setChromiumSandbox(false)
                            .setArgs(QUIET));
            return new Chromium(playwright, browser, new HashMap<>());
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Visitors.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(HERE).computeIfAbsent("visitors", k -> {
            Chromium chromium =
                    context.getRoot().getStore(HERE).computeIfAbsent("chromium", c -> Chromium.start(), Chromium.class);
            String port = SpringExtension.getApplicationContext(context)
                    .getEnvironment()
                    .getProperty("local.server.port");
            String base = "http://127.0.0.1:" + port;
            return new Visitors(
                    chromium.browser(), base, chromium.signedIn().computeIfAbsent(base, b -> new HashMap<>()));
        });
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Visitors visitors = context.getStore(HERE).remove("visitors", Visitors.class);
        if (visitors != null) {
            boolean failed = context.getExecutionException().isPresent();
            visitors.leave(
                    failed
                            ? context.getRequiredTestClass().getSimpleName() + "."
                                    + context.getRequiredTestMethod().getName()
                            : null);
        }
    }
}
