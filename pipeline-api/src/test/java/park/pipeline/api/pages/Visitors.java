package park.pipeline.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everybody who looks at the service in one test, each with a browser profile of his own. */
public final class Visitors {
    private static final double PATIENCE_MS = 20_000;

    private final Browser browser;
    private final String base;
    private final Map<String, String> signedIn;
    private final List<Visitor> all = new ArrayList<>();

    /** @param signedIn what a browser keeps of who signed in before, by the name */
    Visitors(Browser browser, String base, Map<String, String> signedIn) {
        this.browser = browser;
        this.base = base;
        this.signedIn = signedIn;
    }

    /** Somebody who has not signed in, with a screen of 1366 × 900, and Chinese. */
    public Visitor stranger() {
        return visitor(window("zh-CN", Window.WIDE));
    }

    /** Somebody who has not signed in, with the smallest telephone. */
    public Visitor strangersPhone() {
        return visitor(window("zh-CN", Window.NARROW));
    }

    /** A demo user who has signed in, and reads Chinese. */
    public Visitor zh(String user) {
        return signedIn(user, "zh-CN", Window.WIDE);
    }

    /** A demo user who has signed in, and reads English. */
    public Visitor en(String user) {
        return signedIn(user, "en-GB", Window.WIDE);
    }

    /** A demo user with the smallest telephone: 360 × 740. */
    public Visitor phone(String user) {
        return signedIn(user, "zh-CN", Window.NARROW);
    }

    /** The same, in the longer language. */
    Visitor englishPhone(String user) {
        return signedIn(user, "en-GB", Window.NARROW);
    }

    /** The form once; later ones bring its cookie along, for the form leads to the page that takes longest. Who signs out uses the form. */
    private Visitor signedIn(String user, String locale, Window size) {
        Browser.NewContextOptions window = window(locale, size);
        String before = signedIn.get(user);
        if (before != null) {
            return visitor(window.setStorageState(before));
        }
        Visitor first = visitor(window).signIn(user);
        signedIn.put(user, first.signedIn());
        return first;
    }

    private Browser.NewContextOptions window(String locale, Window size) {
        return new Browser.NewContextOptions()
                .setBaseURL(base)
                .setLocale(locale)
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(size.width(), size.height())
                // a colour that is on its way to another is neither, and may be too faint
                .setReducedMotion(ReducedMotion.REDUCE)
                .setAcceptDownloads(true);
    }

    private Visitor visitor(Browser.NewContextOptions window) {
        BrowserContext context = browser.newContext(window);
        context.setDefaultTimeout(PATIENCE_MS);
        Visitor visitor = new Visitor(context, base, String.valueOf(window.locale));
        all.add(visitor);
        return visitor;
    }

    /** All go; where nothing failed before, nobody may have seen an error. */
    void leave(@Nullable String failedTest) {
        List<String> seen = new ArrayList<>();
        for (Visitor visitor : all) {
            if (failedTest != null) {
                visitor.picture(Path.of("target", "failed", failedTest + "-" + all.indexOf(visitor) + ".png"));
            }
            seen.addAll(visitor.errors());
            visitor.close();
        }
        if (failedTest == null) {
            assertThat(seen)
                    .as("errors in the browser, and requests to other servers")
                    .isEmpty();
        }
    }
}
