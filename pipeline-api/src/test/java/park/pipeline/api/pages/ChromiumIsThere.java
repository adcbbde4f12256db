package park.pipeline.api.pages;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips, and says so in one line, where there is no Chromium; fails there if browser tests are required. */
final class ChromiumIsThere implements ExecutionCondition {
    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (path().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium: " + path().get());
        }
        String missing = "no Chromium on the PATH (Debian: apt-get install chromium-headless-shell fonts-noto-cjk)";
        if ("required".equals(System.getenv("BROWSER_TESTS"))) {
            throw new IllegalStateException("BROWSER_TESTS=required, but " + missing);
        }
        if (SAID.compareAndSet(false, true)) {
            System.out.println("Browser tests are skipped: " + missing);
        }
        return ConditionEvaluationResult.disabled(missing);
    }

    /**
     * Playwright's own download is not asked for: a browser of the system's packages serves, and is kept up to date. Rather the
     * headless shell than the one with windows: the same engine, at a fraction of the work for each new visitor.
     */
    static Optional<Path> path() {
        return Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Arrays.stream(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
