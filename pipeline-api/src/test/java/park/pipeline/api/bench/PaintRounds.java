package park.pipeline.api.bench;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import park.pipeline.api.pages.Visitor;

/** How long a page takes to show something, and all of it: what the browser itself measures from the click on. */
final class PaintRounds {
    private static final int ROUNDS = 7;
    private static final double PATIENCE_MS = 120_000;

    private PaintRounds() {}

    /** @param all what is there last */
    static void print(String what, Visitor visitor, String path, String all) {
        List<Double> first = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            Page page = visitor.open(path);
            page.locator(all).first().waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
            double everything = number(page, "performance.now()");
            // told a moment after it was painted
            page.waitForFunction("performance.getEntriesByName('first-contentful-paint').length");
            double paint = number(page, "performance.getEntriesByName('first-contentful-paint')[0].startTime");
            if (round == 0) {
                System.out.printf(
                        "bench pages: %s, first time, nothing cached: first contentful paint %.0f ms, all there %.0f ms%n",
                        what, paint, everything);
            } else {
                first.add(paint);
                whole.add(everything);
            }
        }
        System.out.printf(
                "bench pages: %s, again: first contentful paint %s ms, all there %s ms, %d rounds, %d cores, H2%n",
                what,
                Measured.of(first),
                Measured.of(whole),
                ROUNDS,
                Runtime.getRuntime().availableProcessors());
    }

    private static double number(Page page, String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }
}
